package org.outloud.community.landscape;

import org.outloud.community.membership.Standing;
import org.outloud.community.membership.Visibility;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.security.Caller;

/**
 * Who looks for gaps and overlaps, and who has a say in a merge. Who may know of a community is decided in SQL, by {@code
 * visible_community}, before any of these rules is asked.
 */
final class LandscapePolicy {

    private static final String LEARNING = "learning";
    private static final String ADMIN = "admin";

    private LandscapePolicy() {}

    /** Learning and development seeds communities. */
    static void mayLook(Caller caller) {
        caller.require(LEARNING, ADMIN);
    }

    /** Learning and development proposes, and so does who answers for one of the two; never about what is secret. */
    static void mayPropose(Caller caller, Standing one, Standing other) {
        if (!caller.is(LEARNING) && !caller.is(ADMIN) && !one.steward() && !other.steward()) {
            throw new Forbidden("forbidden");
        }
        if (one.visibility() == Visibility.SECRET || other.visibility() == Visibility.SECRET) {
            throw new Conflicting("merge-secret");
        }
        if (one.archived() || other.archived()) {
            throw new Conflicting("community-archived");
        }
    }

    /** Whoever answers for one of the two accepts for that one. */
    static void mayAccept(Standing one, Standing other) {
        if (!one.steward() && !other.steward()) {
            throw new Forbidden("forbidden");
        }
    }

    /** Who answers for one of the two dismisses, and so does whoever proposed. */
    static void mayDismiss(Standing one, Standing other, boolean proposer) {
        if (!proposer) {
            mayAccept(one, other);
        }
    }
}
