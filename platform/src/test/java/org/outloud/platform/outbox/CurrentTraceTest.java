package org.outloud.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.util.context.Context;

class CurrentTraceTest {

    @Test
    void anEventCarriesTheTraceOfTheRequestThatCausedIt() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(context -> true);
        Observation request = Observation.createNotStarted("request", registry);
        TracingContext tracing = new TracingContext();
        TraceContext context = answering(
                TraceContext.class,
                Map.of("traceId", "4bf92f3577b34da6a3ce929d0e0e4736", "spanId", "00f067aa0ba902b7", "sampled", true));
        tracing.setSpan(answering(Span.class, Map.of("context", context)));
        request.getContext().put(TracingContext.class, tracing);

        assertThat(CurrentTrace.parent(Context.of(ObservationThreadLocalAccessor.KEY, request)))
                .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    @Test
    void withoutATraceThereIsNone() {
        assertThat(CurrentTrace.parent(Context.empty())).isNull();
        assertThat(CurrentTrace.parent(Context.of(ObservationThreadLocalAccessor.KEY, Observation.NOOP)))
                .isNull();
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }
}
