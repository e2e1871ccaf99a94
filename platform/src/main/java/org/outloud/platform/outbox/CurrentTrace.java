package org.outloud.platform.outbox;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * The trace that a change belongs to, in the form of the W3C {@code traceparent} header. It is read from the subscriber's
 * context, so that nobody has to carry it from thread to thread for every operator of every request.
 */
final class CurrentTrace {

    private CurrentTrace() {}

    static @Nullable String parent(ContextView context) {
        Object observation = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        if (!(observation instanceof Observation observed)) {
            return null;
        }
        TracingContext tracing = observed.getContextView().get(TracingContext.class);
        Span span = tracing == null ? null : tracing.getSpan();
        return span == null ? null : parent(span.context());
    }

    private static String parent(TraceContext context) {
        String sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + sampled;
    }
}
