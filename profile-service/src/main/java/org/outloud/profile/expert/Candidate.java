package org.outloud.profile.expert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.profile.person.Level;

/**
 * Somebody who might help, as far as the viewer may know.
 *
 * @param skills declared skills that meet the topic
 * @param askMeAbout share of the topic that "ask me about" names, 0 when none
 * @param via whom the viewer follows who follow them
 * @param latest the newest post of theirs that the viewer may read, on any topic
 */
record Candidate(
        Helper person,
        List<Declared> skills,
        double askMeAbout,
        @Nullable String askMeAboutText,
        List<Via> via,
        @Nullable Latest latest) {

    /** A skill, and the share of the topic that it names. */
    record Declared(String name, Level level, double share) {}

    /** Somebody between two people. */
    record Via(PersonId id, String displayName) {}

    /** A sign of life. */
    record Latest(PostId id, Instant at) {}
}
