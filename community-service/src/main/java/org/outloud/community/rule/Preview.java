package org.outloud.community.rule;

import java.util.List;
import org.outloud.community.person.PersonRef;

/**
 * What a rule would make of everybody who is there for the viewer.
 *
 * @param stays by rule today and then
 * @param own there by their own or a steward's hand, whatever the rule says
 * @param declined left or taken out by hand, and so not pulled back
 */
record Preview(Some joins, Some leaves, Some stays, Some own, Some declined) {

    /** How many, and the first of them by name. */
    record Some(int count, List<PersonRef> sample) {

        static final Some NOBODY = new Some(0, List.of());
    }
}
