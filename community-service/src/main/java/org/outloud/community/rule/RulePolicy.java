package org.outloud.community.rule;

import org.outloud.community.membership.Standing;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.security.Caller;

/**
 * Who may keep a community's rule, and see whom it would bring. Rules tell what HR knows of people (groups, managers), so
 * a steward alone may not ask; and they bring people in, so nobody but a steward may.
 */
final class RulePolicy {

    private static final String LEARNING = "learning";
    private static final String ADMIN = "admin";

    private RulePolicy() {}

    static boolean isKeeper(Caller caller, Standing standing) {
        return standing.steward() && (caller.is(LEARNING) || caller.is(ADMIN));
    }

    /** A steward who is of learning and development, or an administrator. */
    static void mayKeep(Caller caller, Standing standing) {
        if (!isKeeper(caller, standing)) {
            throw new Forbidden("forbidden");
        }
    }

    /** A community that is archived goes on as it is. */
    static void mayChange(Caller caller, Standing standing) {
        mayKeep(caller, standing);
        if (standing.archived()) {
            throw new Conflicting("community-archived");
        }
    }
}
