package org.outloud.community.library;

import org.outloud.community.membership.Role;
import org.outloud.community.membership.Standing;
import org.outloud.community.membership.Visibility;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Forbidden;

/** Who reads and keeps a library. Who may know of the community is decided in SQL, by {@code visible_community}. */
final class LibraryPolicy {

    private LibraryPolicy() {}

    /** Whoever may read what is said in the community; followers of a closed one may not. */
    static void mayRead(Standing caller) {
        if (caller.visibility() != Visibility.OPEN && !is(caller, Role.MEMBER)) {
            throw new Forbidden("members-only");
        }
    }

    /** Whoever may write in the community writes in its library. */
    static void mayWrite(Standing caller) {
        if (!is(caller, Role.MEMBER)) {
            throw new Forbidden("forbidden");
        }
        if (caller.archived()) {
            throw new Conflicting("community-archived");
        }
    }

    /** Stewards and facilitators take entries out, and whoever made one takes it out. */
    static void mayDelete(Standing caller, boolean made) {
        mayWrite(caller);
        if (!made && !is(caller, Role.FACILITATOR)) {
            throw new Forbidden("forbidden");
        }
    }

    private static boolean is(Standing caller, Role role) {
        return caller.role() != null && caller.role().covers(role);
    }
}
