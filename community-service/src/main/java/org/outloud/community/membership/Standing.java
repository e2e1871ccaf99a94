package org.outloud.community.membership;

import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;

/**
 * How a person stands to a community that the person may know of.
 *
 * @param role null for outsiders
 * @param invited what the person is asked in as, null when nobody did
 */
public record Standing(
        CommunityId community,
        Visibility visibility,
        boolean archived,
        @Nullable Role role,
        @Nullable Role invited) {

    /** Whether the person takes part in any role. */
    public boolean insider() {
        return role != null;
    }

    /** Whether the person answers for the community. */
    public boolean steward() {
        return role == Role.STEWARD;
    }

    /** Whether a role can be had without asking: where the door is open, when asked in, and one that does not carry more. */
    boolean mayTake(Role wanted) {
        return visibility == Visibility.OPEN
                || (role != null && role.covers(wanted))
                || (invited != null && invited.covers(wanted));
    }
}
