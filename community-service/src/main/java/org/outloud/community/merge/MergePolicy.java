package org.outloud.community.merge;

import org.outloud.community.membership.Standing;
import org.outloud.community.membership.Visibility;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.security.Caller;

/**
 * Who makes one of two communities, or two of one. Who may know of a community is decided in SQL, by {@code
 * visible_community}, before any of these rules is asked.
 */
final class MergePolicy {

    private static final String LEARNING = "learning";
    private static final String ADMIN = "admin";

    private MergePolicy() {}

    /**
     * Whoever answers for both merges them. Once those who answer for each have accepted, any of them does, and so does learning
     * and development. What was said is never opened to more people than could read it.
     */
    static void mayMerge(Caller caller, Standing from, Standing into, boolean agreed) {
        boolean concerned = from.steward() || into.steward() || caller.is(LEARNING) || caller.is(ADMIN);
        if (!(from.steward() && into.steward()) && !(agreed && concerned)) {
            throw new Forbidden("merge-unagreed");
        }
        if (from.archived() || into.archived()) {
            throw new Conflicting("community-archived");
        }
        if (into.visibility().widerThan(from.visibility())) {
            throw new Conflicting("merge-widens");
        }
    }

    /** Whoever answers for a community splits it. */
    static void maySplit(Standing caller) {
        if (!caller.steward()) {
            throw new Forbidden("forbidden");
        }
        if (caller.archived()) {
            throw new Conflicting("community-archived");
        }
    }

    /** Threads do not go where more people could read them. */
    static void mayHandOver(Standing from, Visibility into) {
        if (into.widerThan(from.visibility())) {
            throw new Conflicting("merge-widens");
        }
    }
}
