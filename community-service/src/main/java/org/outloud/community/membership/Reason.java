package org.outloud.community.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a rule that makes somebody a member.
 *
 * @param attribute {@code department}, {@code manager} or {@code group}
 * @param value the department's name, or the id of the manager or group
 * @param label what people call it; null when it is gone, or not there for the viewer
 */
public record Reason(
        String attribute,
        String value,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String label) {}
