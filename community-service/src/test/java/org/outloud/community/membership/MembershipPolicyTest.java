package org.outloud.community.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outloud.contracts.CommunityId;
import org.outloud.platform.problem.Refusal;

/** Every action with every role: y may, n is 403, x is 409 because nothing changes any more. */
class MembershipPolicyTest {

    private static final Map<String, Consumer<Standing>> ACTIONS = Map.of(
            "see members", MembershipPolicy::maySeeMembers,
            "see asks", MembershipPolicy::maySeeAsks,
            "give roles", MembershipPolicy::mayGiveRoles,
            "remove", MembershipPolicy::mayRemove,
            "join", MembershipPolicy::mayJoin,
            "invite", MembershipPolicy::mayInvite,
            "see invited", MembershipPolicy::maySeeInvitations);

    private static final List<@Nullable Role> ROLES =
            Arrays.asList(null, Role.FOLLOWER, Role.MEMBER, Role.FACILITATOR, Role.STEWARD);

    @ParameterizedTest(name = "{0} in an {1} community, archived {2}: {3}")
    @CsvSource(textBlock = """
            # action,     visibility, archived, outsider follower member facilitator steward
            see members,  open,       false,    yyyyy
            see members,  closed,     false,    nyyyy
            see members,  secret,     false,    nyyyy
            see members,  open,       true,     yyyyy
            see asks,     open,       false,    nnnny
            see asks,     closed,     false,    nnnny
            see asks,     secret,     false,    nnnny
            give roles,   open,       false,    nnnny
            give roles,   closed,     false,    nnnny
            give roles,   secret,     false,    nnnny
            give roles,   open,       true,     nnnnx
            remove,       open,       false,    nnnny
            remove,       closed,     false,    nnnny
            remove,       secret,     false,    nnnny
            remove,       open,       true,     nnnny
            join,         open,       false,    yyyyy
            join,         closed,     false,    yyyyy
            join,         secret,     false,    yyyyy
            join,         open,       true,     xxxxx
            invite,       open,       false,    nnyyy
            invite,       closed,     false,    nnnyy
            invite,       secret,     false,    nnnyy
            invite,       open,       true,     xxxxx
            see invited,  open,       false,    nnnyy
            """)
    void whoMayDoWhat(String action, String visibility, boolean archived, String expected) {
        StringBuilder allowed = new StringBuilder();
        for (Role role : ROLES) {
            Standing standing = new Standing(CommunityId.next(), Visibility.of(visibility), archived, role, null);
            allowed.append(outcome(action, standing));
        }
        assertThat(allowed).hasToString(expected);
    }

    @ParameterizedTest(name = "{0} in a {1} community needs no asking: {2}")
    @CsvSource(textBlock = """
            # wanted, visibility, outsider follower member facilitator steward
            member,   open,       yyyyy
            follower, open,       yyyyy
            member,   closed,     nnyyy
            follower, closed,     nyyyy
            member,   secret,     nnyyy
            follower, secret,     nyyyy
            """)
    void whichRolesAreTakenWithoutAsking(String wanted, String visibility, String expected) {
        StringBuilder taken = new StringBuilder();
        for (Role role : ROLES) {
            Standing standing = new Standing(CommunityId.next(), Visibility.of(visibility), false, role, null);
            taken.append(standing.mayTake(Role.of(wanted).orElseThrow()) ? 'y' : 'n');
        }
        assertThat(taken).hasToString(expected);
    }

    @ParameterizedTest(name = "asked in as {0}: needs no asking for {1}")
    @CsvSource(textBlock = """
            member,   member,   true
            member,   follower, true
            follower, follower, true
            follower, member,   false
            """)
    void whoeverIsAskedInNeedsNoAsking(String invited, String wanted, boolean taken) {
        Standing standing = new Standing(
                CommunityId.next(),
                Visibility.SECRET,
                false,
                null,
                Role.of(invited).orElseThrow());
        assertThat(standing.mayTake(Role.of(wanted).orElseThrow())).isEqualTo(taken);
    }

    private static char outcome(String action, Standing standing) {
        try {
            Objects.requireNonNull(ACTIONS.get(action)).accept(standing);
            return 'y';
        } catch (Refusal refusal) {
            return refusal.status().value() == 409 ? 'x' : 'n';
        }
    }
}
