package org.outloud.community.membership;

import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Forbidden;

/**
 * Who may do what with the people of a community that they may know of. Who may know of it is decided in SQL, by {@code
 * visible_community}: a secret community was not found before any of these rules is asked.
 */
final class MembershipPolicy {

    private MembershipPolicy() {}

    /** Who takes part in an open community is for all to see, in a closed one for those who take part. */
    static void maySeeMembers(Standing caller) {
        if (caller.visibility() != Visibility.OPEN && !caller.insider()) {
            throw new Forbidden("members-only");
        }
    }

    /** Stewards see who asks to be let in. */
    static void maySeeAsks(Standing caller) {
        requireSteward(caller);
    }

    /** Stewards let people in, and give and take roles. */
    static void mayGiveRoles(Standing caller) {
        requireSteward(caller);
        requireLiving(caller);
    }

    /** Stewards take people out, of an archived community, too. */
    static void mayRemove(Standing caller) {
        requireSteward(caller);
    }

    /** Whoever may know of a community may join or ask, as long as it lives. */
    static void mayJoin(Standing caller) {
        requireLiving(caller);
    }

    /** Stewards and facilitators ask people in; into an open community, whoever takes part. */
    static void mayInvite(Standing caller) {
        requireLiving(caller);
        Role needed = caller.visibility() == Visibility.OPEN ? Role.MEMBER : Role.FACILITATOR;
        if (caller.role() == null || !caller.role().covers(needed)) {
            throw new Forbidden("forbidden");
        }
    }

    /** Stewards and facilitators see who is asked in, and take it back. */
    static boolean seesInvitations(Standing caller) {
        return caller.role() != null && caller.role().covers(Role.FACILITATOR);
    }

    static void maySeeInvitations(Standing caller) {
        if (!seesInvitations(caller)) {
            throw new Forbidden("forbidden");
        }
    }

    private static void requireSteward(Standing caller) {
        if (!caller.steward()) {
            throw new Forbidden("forbidden");
        }
    }

    private static void requireLiving(Standing caller) {
        if (caller.archived()) {
            throw new Conflicting("community-archived");
        }
    }
}
