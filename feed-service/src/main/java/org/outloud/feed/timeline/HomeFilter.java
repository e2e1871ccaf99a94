package org.outloud.feed.timeline;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Invalid;

/** The chips above the home feed. */
enum HomeFilter {
    /** All of it. */
    EVERYTHING(""),
    /** Open rings: asks that wait for an answer. */
    ASKS("and p.answer_id is null and (p.kind = 'question' or p.need is not null)"),
    /** What others learned. */
    LEARNED("and p.learned is not null"),
    /** Only by people the viewer follows. */
    FOLLOWING("and exists (select from follow g"
            + " where g.follower = :viewer and g.followee = p.author_id and g.following)");

    private final String condition;

    HomeFilter(String condition) {
        this.condition = condition;
    }

    /** SQL that narrows the home feed, about {@code p}. */
    String condition() {
        return condition;
    }

    static HomeFilter of(@Nullable String word) {
        if (word == null) {
            return EVERYTHING;
        }
        for (HomeFilter filter : values()) {
            if (filter.name().toLowerCase(Locale.ROOT).equals(word)) {
                return filter;
            }
        }
        throw Invalid.field("filter", "unknown-value", "One of everything, asks, learned, following.");
    }
}
