package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.ScimException;
import java.util.Objects;
import org.outloud.platform.problem.Invalid;
import org.outloud.profile.scim.schema.Scim;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.node.ObjectNode;

/** Refusals that SCIM has a {@code scimType} for; all others are answered as everywhere, in SCIM's form. */
@RestControllerAdvice(basePackageClasses = ScimFailures.class)
class ScimFailures {

    @ExceptionHandler({ScimException.class, Invalid.class})
    ResponseEntity<ObjectNode> refused(Exception refusal) {
        ObjectNode error = Objects.requireNonNull(ScimErrors.of(refusal));
        return ResponseEntity.status(Integer.parseInt(error.get("status").stringValue()))
                .contentType(Scim.JSON)
                .body(error);
    }
}
