package org.outloud.community.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.security.Caller;

/** Every action with every role. */
class InventoryPolicyTest {

    @ParameterizedTest(name = "{0} as {1}, steward {2}: {3}")
    @CsvSource(textBlock = """
            # action, role,      steward, may
            enter,    employee,  false,   false
            enter,    learning,  false,   true
            enter,    moderator, false,   false
            enter,    admin,     false,   true
            review,   employee,  false,   false
            review,   employee,  true,    true
            review,   learning,  false,   true
            review,   moderator, false,   false
            review,   moderator, true,    true
            review,   admin,     false,   true
            """)
    void whoMayDoWhat(String action, String role, boolean steward, boolean may) {
        Caller caller = new Caller(PersonId.next(), "ada", Set.of(role));
        assertThat(allows(action, caller, steward)).isEqualTo(may);
    }

    private static boolean allows(String action, Caller caller, boolean steward) {
        try {
            if (action.equals("enter")) {
                InventoryPolicy.mayEnter(caller);
            } else {
                InventoryPolicy.mayReview(caller, steward);
            }
            return true;
        } catch (Forbidden refusal) {
            return false;
        }
    }
}
