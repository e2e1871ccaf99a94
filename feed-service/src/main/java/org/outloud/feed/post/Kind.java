package org.outloud.feed.post;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a post is. */
public enum Kind {
    WORKING_OUT_LOUD("working-out-loud"),
    PLAIN("plain"),
    QUESTION("question"),
    LINK("link"),
    STORY("story"),
    COMMENT("comment");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The word that clients and the database use. */
    public String word() {
        return word;
    }

    /** A kind that somebody may post; comments are written to a thread instead. */
    static Optional<Kind> postable(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind != COMMENT && kind.word.equals(word))
                .findFirst();
    }

    static List<String> postableWords() {
        return Arrays.stream(values())
                .filter(kind -> kind != COMMENT)
                .map(Kind::word)
                .toList();
    }
}
