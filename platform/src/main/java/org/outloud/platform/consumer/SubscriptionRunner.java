package org.outloud.platform.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Runs one listener container for each subscription, from the service's start to its end. */
final class SubscriptionRunner implements SmartLifecycle {

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers;
    private volatile boolean running;

    SubscriptionRunner(
            ConsumerFactory<String, byte[]> consumers,
            List<Subscription> subscriptions,
            Applying applying,
            DeadLetters deadLetters,
            MeterRegistry meters) {
        this.containers = subscriptions.stream()
                .map(subscription -> container(
                        consumers, subscription, new EventListener(subscription, applying, deadLetters, meters)))
                .toList();
    }

    private static ConcurrentMessageListenerContainer<String, byte[]> container(
            ConsumerFactory<String, byte[]> consumers, Subscription subscription, EventListener listener) {
        ContainerProperties properties =
                new ContainerProperties(subscription.topics().toArray(String[]::new));
        properties.setGroupId(subscription.name());
        properties.setClientId(subscription.name());
        properties.setMessageListener(listener);
        properties.setMissingTopicsFatal(false);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        ConcurrentMessageListenerContainer<String, byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(subscription.name());
        container.setCommonErrorHandler(untilItWorks());
        return container;
    }

    /** Only outages reach the container, and an outage ends: the batch is tried again for as long as it takes. */
    private static DefaultErrorHandler untilItWorks() {
        ExponentialBackOff backOff = new ExponentialBackOff(200, 1.5);
        backOff.setMaxInterval(2_000);
        DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
        handler.setReclassifyOnExceptionChange(false);
        return handler;
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
