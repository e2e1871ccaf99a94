package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.problem.Refusal;
import org.outloud.profile.scim.schema.Scim;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/** Refusals as SCIM tells them (RFC 7644, 3.12). */
final class ScimErrors {

    private ScimErrors() {}

    /** The error; null for what is no refusal. */
    static @Nullable ObjectNode of(Throwable thrown) {
        if (thrown instanceof ScimException refusal) {
            return error(
                    refusal.getScimError().getStatus(),
                    refusal.getScimError().getScimType(),
                    refusal.getScimError().getDetail());
        }
        if (thrown instanceof Invalid refusal) {
            String detail = refusal.errors().stream()
                    .map(fault -> fault.field() + ": " + fault.detail())
                    .collect(Collectors.joining(" "));
            return error(refusal.status().value(), BadRequestException.INVALID_VALUE, detail);
        }
        if (thrown instanceof Refusal refusal) {
            HttpStatus status = HttpStatus.valueOf(refusal.status().value());
            return error(status.value(), null, status.getReasonPhrase());
        }
        return null;
    }

    static ObjectNode error(int status, @Nullable String scimType, @Nullable String detail) {
        ObjectNode error = Scim.object();
        error.putArray("schemas").add(Scim.MESSAGES + "Error");
        error.put("status", String.valueOf(status));
        if (scimType != null) {
            error.put("scimType", scimType);
        }
        if (detail != null) {
            error.put("detail", detail);
        }
        return error;
    }
}
