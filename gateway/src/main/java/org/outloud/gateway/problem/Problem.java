package org.outloud.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** A problem document (RFC 9457) as it is written. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance"})
record Problem(
        String type,
        String title,
        @Nullable Integer status,
        @Nullable String detail,
        @Nullable String instance) {}
