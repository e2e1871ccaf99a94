package org.outloud.community.community;

import java.util.Set;
import org.outloud.community.membership.Standing;
import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.security.Caller;

/**
 * Who may do what with a community that they may know of. Who may know of it is decided in SQL, by {@code
 * visible_community}: a secret community was not found before any of these rules is asked.
 */
final class CommunityPolicy {

    private static final String ADMIN = "admin";

    private CommunityPolicy() {}

    /** Whoever works here founds a community, unless the organisation says otherwise. */
    static void mayFound(Caller caller, Set<String> founders) {
        caller.require(founders.toArray(String[]::new));
    }

    /** Stewards edit. */
    static void mayEdit(Standing caller) {
        if (!caller.steward()) {
            throw new Forbidden("forbidden");
        }
    }

    /** Stewards archive, and so do administrators, for a community may have lost its stewards. */
    static void mayArchive(Caller caller, Standing standing) {
        if (!standing.steward() && !caller.is(ADMIN)) {
            throw new Forbidden("forbidden");
        }
    }
}
