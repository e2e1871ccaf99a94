package org.outloud.feed.visibility;

/** The audiences that a thread of the scene may have. */
enum Circle {
    EVERYONE,
    FOLLOWERS,
    PEOPLE,
    OPEN,
    CLOSED,
    SECRET;

    /** Whether it is a community's. */
    boolean inCommunity() {
        return this == OPEN || this == CLOSED || this == SECRET;
    }
}
