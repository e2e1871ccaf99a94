package org.outloud.gateway.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as SCIM clients expect it (RFC 7644, section 3.12). */
record ScimError(
        List<String> schemas, String status, @Nullable String detail) {

    private static final List<String> SCHEMAS = List.of("urn:ietf:params:scim:api:messages:2.0:Error");

    static ScimError of(Problem problem) {
        return new ScimError(SCHEMAS, String.valueOf(problem.status()), problem.detail());
    }
}
