package org.outloud.profile.person;

import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.security.Caller;

/** Who may do what with a profile. */
final class ProfilePolicy {

    private ProfilePolicy() {}

    /** One's own, as long as one is here: a caller is remembered for a moment after leaving, or being erased. */
    static void mayEdit(Caller caller, Person person) {
        if (!caller.id().equals(person.id())) {
            throw new Forbidden("not-your-profile");
        }
        if (!person.active()) {
            throw new Forbidden("person-deactivated");
        }
    }
}
