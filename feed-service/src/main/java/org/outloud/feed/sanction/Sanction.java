package org.outloud.feed.sanction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Forbidden;

/**
 * What a moderator said or did to somebody.
 *
 * @param by the moderator
 * @param state {@code standing}, {@code appealed}, {@code upheld} or {@code lifted}
 * @param until when a suspension ends by itself
 */
record Sanction(
        UUID id,
        PersonId person,
        PersonId by,
        Kind kind,
        String state,
        @Nullable Instant until) {

    /** What it does: words alone, or no writing for a time. */
    enum Kind {
        WARNING("warn", "warned"),
        SUSPENSION("suspend", "suspended");

        private final String act;
        private final String told;

        Kind(String act, String told) {
            this.act = act;
            this.told = told;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** What the record calls it. */
        String act() {
            return act;
        }

        /** What the person's notification calls it. */
        String told() {
            return told;
        }
    }

    /** Nobody judges themselves, and whoever decided first does not decide about the objection. */
    void mayBeDecided(PersonId moderator, boolean lift) {
        if (person.equals(moderator)) {
            throw new Forbidden("decides-about-self");
        }
        if (state.equals("lifted") || (!lift && !state.equals("appealed"))) {
            throw new Conflicting("already-decided");
        }
        if (state.equals("appealed") && by.equals(moderator)) {
            throw new Forbidden("decides-again");
        }
    }

    /** Whoever it is about objects once; to everybody else there is no such thing. */
    void mayBeAppealed(PersonId somebody) {
        if (!person.equals(somebody) || state.equals("lifted")) {
            throw new Absent();
        }
        if (!state.equals("standing")) {
            throw new Conflicting("already-appealed");
        }
    }
}
