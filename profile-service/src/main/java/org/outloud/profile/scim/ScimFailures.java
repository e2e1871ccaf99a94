package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Invalid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.node.ObjectNode;

/** Refusals that SCIM has a {@code scimType} for; all others are answered as everywhere, in SCIM's form. */
@RestControllerAdvice(assignableTypes = ScimUserController.class)
class ScimFailures {

    @ExceptionHandler
    ResponseEntity<ObjectNode> refused(ScimException refusal) {
        return answer(
                refusal.getScimError().getStatus(),
                refusal.getScimError().getScimType(),
                refusal.getScimError().getDetail());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> refused(Invalid refusal) {
        String detail = refusal.errors().stream()
                .map(fault -> fault.field() + ": " + fault.detail())
                .collect(Collectors.joining(" "));
        return answer(refusal.status().value(), BadRequestException.INVALID_VALUE, detail);
    }

    private static ResponseEntity<ObjectNode> answer(int status, @Nullable String scimType, @Nullable String detail) {
        ObjectNode error = JsonUtils.getJsonNodeFactory().objectNode();
        error.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
        error.put("status", String.valueOf(status));
        if (scimType != null) {
            error.put("scimType", scimType);
        }
        if (detail != null) {
            error.put("detail", detail);
        }
        return ResponseEntity.status(status).contentType(Scim.JSON).body(error);
    }
}
