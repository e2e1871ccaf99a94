package org.outloud.platform.health;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;

/** Up while a broker answers; remembered for a second, so that frequent probes cost nothing. */
final class KafkaHealth extends AbstractReactiveHealthIndicator implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 2_000;

    private final Admin admin;
    private final Mono<Health> health;

    KafkaHealth(Admin admin) {
        this.admin = admin;
        this.health = Mono.defer(this::ask).cache(Duration.ofSeconds(1));
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return health;
    }

    private Mono<Health> ask() {
        DescribeClusterOptions options = new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS);
        return Mono.fromFuture(() -> admin.describeCluster(options)
                        .nodes()
                        .toCompletionStage()
                        .toCompletableFuture())
                .map(nodes -> nodes.isEmpty()
                        ? Health.down().build()
                        : Health.up().withDetail("brokers", nodes.size()).build())
                .timeout(Duration.ofMillis(PATIENCE_MILLIS + 500L))
                .onErrorResume(e -> Mono.just(Health.down().build()));
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
