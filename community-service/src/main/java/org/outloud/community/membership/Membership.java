package org.outloud.community.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.MembershipChanged;

/**
 * What one person is to one community.
 *
 * @param role null when the person takes no part
 * @param since when the person came, null without a role
 * @param askedRole what the person asks the stewards for, else null
 * @param byRule whether a rule alone put the person in; whatever anybody does by hand ends that
 * @param declined left, taken out or turned away by hand, so that no rule pulls the person back
 * @param version grows by one with each change of the role, through leaving and coming back
 */
public record Membership(
        CommunityId community,
        PersonId person,
        @Nullable Role role,
        @Nullable Instant since,
        @Nullable Role askedRole,
        @Nullable Instant askedAt,
        boolean byRule,
        boolean declined,
        long version) {

    /** Before anything happened between the two. */
    public static Membership none(CommunityId community, PersonId person) {
        return new Membership(community, person, null, null, null, null, false, false, 0);
    }

    /** In a role from now on, which also settles what was asked; who is there already has been there since. */
    public Membership taking(Role taken, Instant at) {
        Instant from = since == null ? at : since;
        return new Membership(
                community, person, taken, from, null, null, false, false, version + (taken == role ? 0 : 1));
    }

    /** Asking for a role; who asks again has asked since the first time. */
    Membership asking(Role wanted, Instant at) {
        Instant from = askedAt == null ? at : askedAt;
        return new Membership(community, person, role, since, wanted, from, byRule, declined, version);
    }

    /** As it is, without the wish for more. */
    Membership unasking() {
        return new Membership(community, person, role, since, null, null, byRule, declined, version);
    }

    /** Neither there nor asking. */
    Membership leaving() {
        boolean there = role != null;
        return new Membership(
                community,
                person,
                null,
                null,
                null,
                null,
                false,
                there || asked() || declined,
                version + (there ? 1 : 0));
    }

    /**
     * With what older records say added: history brings people in and up and back in time, but takes nothing away, and
     * fetches nobody back who has left.
     */
    public Membership remembering(Role remembered, @Nullable Instant from, Instant now) {
        boolean left = role == null && version > 0;
        if (left) {
            return this;
        }
        Membership raised =
                role != null && role.covers(remembered) ? this : taking(remembered, from == null ? now : from);
        boolean earlier = from != null && raised.since != null && from.isBefore(raised.since);
        return earlier
                ? new Membership(
                        community,
                        person,
                        raised.role,
                        from,
                        raised.askedRole,
                        raised.askedAt,
                        raised.byRule,
                        raised.declined,
                        raised.version)
                : raised;
    }

    /** Whether the person waits for the stewards' word. */
    boolean asked() {
        return askedRole != null;
    }

    /** Whether this step takes a stewardship away. */
    boolean stepsDownTo(Membership after) {
        return role == Role.STEWARD && after.role != Role.STEWARD;
    }

    /** Tells that the role is another one now. */
    public MembershipChanged toEvent(Instant at) {
        return new MembershipChanged(community, person, role == null ? null : role.word(), version, at);
    }
}
