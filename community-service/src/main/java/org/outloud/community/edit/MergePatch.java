package org.outloud.community.edit;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A PATCH as JSON merge patch (RFC 7396): what is sent replaces, null clears, what is not sent stays. */
@Component
public class MergePatch {

    private final JsonMapper json;
    private final Validator validator;

    MergePatch(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The thing as it would be; refused with the field's name when it would break a rule. Fields that it does not have
     * are ignored.
     */
    public <T> T apply(T now, ObjectNode patch, Class<T> type) {
        T patched = merge(now, patch, type);
        Set<ConstraintViolation<T>> violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return patched;
    }

    private <T> T merge(T now, ObjectNode patch, Class<T> type) {
        ObjectNode whole = json.valueToTree(now);
        patch.properties().stream()
                .filter(field -> whole.has(field.getKey()))
                .forEach(field -> whole.set(field.getKey(), field.getValue()));
        try {
            return json.treeToValue(whole, type);
        } catch (JacksonException e) {
            throw new ServerWebInputException("The patch does not fit", null, e);
        }
    }
}
