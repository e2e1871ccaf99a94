package org.outloud.community.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outloud.community.membership.Role;
import org.outloud.community.membership.Standing;
import org.outloud.community.membership.Visibility;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.security.Caller;

/** Every action with every role, of the organisation and of the community. */
class CommunityPolicyTest {

    private static final Map<String, BiConsumer<Caller, Standing>> ACTIONS = Map.of(
            "found", (caller, standing) -> CommunityPolicy.mayFound(caller, Set.of("employee")),
            "edit", (caller, standing) -> CommunityPolicy.mayEdit(standing),
            "archive", CommunityPolicy::mayArchive);

    @ParameterizedTest(name = "{0} as {1} and {2}: {3}")
    @CsvSource(textBlock = """
            # action, role,      in the community, may
            found,    employee,  outsider,         true
            found,    guest,     outsider,         false
            edit,     employee,  outsider,         false
            edit,     employee,  follower,         false
            edit,     employee,  member,           false
            edit,     employee,  facilitator,      false
            edit,     employee,  steward,          true
            edit,     learning,  outsider,         false
            edit,     moderator, outsider,         false
            edit,     admin,     outsider,         false
            archive,  employee,  outsider,         false
            archive,  employee,  follower,         false
            archive,  employee,  member,           false
            archive,  employee,  facilitator,      false
            archive,  employee,  steward,          true
            archive,  learning,  outsider,         false
            archive,  moderator, outsider,         false
            archive,  admin,     outsider,         true
            """)
    void whoMayDoWhat(String action, String role, String membership, boolean may) {
        Caller caller = new Caller(PersonId.next(), "ada", Set.of(role));
        Standing standing = new Standing(
                CommunityId.next(), Visibility.OPEN, false, Role.of(membership).orElse(null), null);
        assertThat(allows(Objects.requireNonNull(ACTIONS.get(action)), caller, standing))
                .isEqualTo(may);
    }

    private static boolean allows(BiConsumer<Caller, Standing> action, Caller caller, Standing standing) {
        try {
            action.accept(caller, standing);
            return true;
        } catch (Forbidden refusal) {
            return false;
        }
    }
}
