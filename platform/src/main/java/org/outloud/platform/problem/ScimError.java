package org.outloud.platform.problem;

import java.util.List;
import org.springframework.http.ProblemDetail;

/** A problem as SCIM clients expect it (RFC 7644, section 3.12). */
record ScimError(List<String> schemas, String status, String detail) {

    static ScimError of(ProblemDetail problem) {
        String detail = problem.getDetail() == null ? String.valueOf(problem.getTitle()) : problem.getDetail();
        return new ScimError(
                List.of("urn:ietf:params:scim:api:messages:2.0:Error"), String.valueOf(problem.getStatus()), detail);
    }
}
