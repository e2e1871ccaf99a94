package org.outloud.community.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;

class MembershipTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-03T08:00:00Z");

    private final Membership stranger = Membership.none(CommunityId.next(), PersonId.next());

    @Test
    void theVersionGrowsThroughLeavingAndComingBack() {
        Membership joined = stranger.taking(Role.MEMBER, MONDAY);
        Membership left = joined.leaving();
        Membership back = left.taking(Role.FOLLOWER, TUESDAY);

        assertThat(joined.version()).isEqualTo(1);
        assertThat(left.version()).isEqualTo(2);
        assertThat(left.toEvent(TUESDAY).role()).isNull();
        assertThat(back.version()).isEqualTo(3);
        assertThat(back.since()).isEqualTo(TUESDAY);
    }

    @Test
    void anotherRoleKeepsTheTimeOfComing() {
        Membership steward = stranger.taking(Role.MEMBER, MONDAY).taking(Role.STEWARD, TUESDAY);

        assertThat(steward.since()).isEqualTo(MONDAY);
        assertThat(steward.version()).isEqualTo(2);
    }

    @Test
    void theSameRoleAgainIsNoChange() {
        Membership member = stranger.taking(Role.MEMBER, MONDAY);

        assertThat(member.taking(Role.MEMBER, TUESDAY)).isEqualTo(member);
        assertThat(stranger.leaving()).isEqualTo(stranger);
    }

    @Test
    void askingIsNoMembershipAndIsSettledByOne() {
        Membership asking = stranger.asking(Role.MEMBER, MONDAY);

        assertThat(asking.asked()).isTrue();
        assertThat(asking.version()).isZero();
        assertThat(asking.asking(Role.MEMBER, TUESDAY)).isEqualTo(asking);
        assertThat(asking.taking(Role.MEMBER, TUESDAY).asked()).isFalse();
        assertThat(asking.leaving().asked()).isFalse();
    }

    @Test
    void historyRaisesARoleAndNeverLowersIt() {
        Membership steward = stranger.taking(Role.STEWARD, TUESDAY);

        assertThat(stranger.remembering(Role.FOLLOWER, MONDAY, TUESDAY).since()).isEqualTo(MONDAY);
        assertThat(stranger.taking(Role.FOLLOWER, MONDAY)
                        .remembering(Role.MEMBER, null, TUESDAY)
                        .role())
                .isEqualTo(Role.MEMBER);
        assertThat(steward.remembering(Role.MEMBER, MONDAY, TUESDAY))
                .returns(Role.STEWARD, Membership::role)
                .returns(MONDAY, Membership::since)
                .returns(steward.version(), Membership::version);
    }

    @Test
    void historyFetchesNobodyBackWhoHasLeft() {
        Membership left = stranger.taking(Role.MEMBER, MONDAY).leaving();

        assertThat(left.remembering(Role.MEMBER, MONDAY, TUESDAY)).isEqualTo(left);
    }

    @Test
    void aRoleCoversTheOnesBelowIt() {
        assertThat(Role.STEWARD.covers(Role.FOLLOWER)).isTrue();
        assertThat(Role.MEMBER.covers(Role.MEMBER)).isTrue();
        assertThat(Role.FOLLOWER.covers(Role.MEMBER)).isFalse();
    }
}
