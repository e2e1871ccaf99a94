package org.outloud.profile.expert;

import java.util.List;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;

/**
 * What one person wrote on a topic, of one kind.
 *
 * @param weight how much of it there is: nearness to the topic and thanks, summed
 * @param posts all that is behind it, the weightiest first
 */
record Evidenced(PersonId author, Kind kind, double weight, List<PostId> posts) {

    /** What posts say of their author. */
    enum Kind {
        /** Replies on the topic that were accepted or thanked for. */
        ANSWERS,
        /** Everything else they wrote on it. */
        POSTS
    }
}
