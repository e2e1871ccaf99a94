package org.outloud.platform.security;

import java.util.Set;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Forbidden;

/**
 * The person who calls. A controller method that takes one is open to people only; technical accounts are refused.
 *
 * @param roles names without prefix: {@code employee}, {@code learning}, {@code moderator}, {@code admin}
 */
public record Caller(PersonId id, String userName, Set<String> roles) {

    /** Whether the caller has a role. */
    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Refuses with 403 who has none of the roles. */
    public void require(String... anyOf) {
        for (String role : anyOf) {
            if (is(role)) {
                return;
            }
        }
        throw new Forbidden("forbidden");
    }
}
