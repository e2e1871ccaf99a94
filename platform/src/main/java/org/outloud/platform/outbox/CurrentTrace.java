package org.outloud.platform.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The trace that a change belongs to, in the form of the W3C {@code traceparent} header. */
final class CurrentTrace {

    private final @Nullable Tracer tracer;

    CurrentTrace(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    @Nullable
    String parent() {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        TraceContext context = span.context();
        String sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + sampled;
    }
}
