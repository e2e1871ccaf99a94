package org.outloud.profile.network;

/** How somebody keeps a person at a distance. */
enum Distance {
    /** The person's posts stay out of one's home feed and live stream; nothing else changes. */
    MUTE("muted_at"),
    /** The two do not exist for each other. */
    BLOCK("blocked_at");

    private final String column;

    Distance(String column) {
        this.column = column;
    }

    /** Since when it is kept, in the table {@code block}. */
    String column() {
        return column;
    }
}
