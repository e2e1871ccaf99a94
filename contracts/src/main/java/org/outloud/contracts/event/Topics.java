package org.outloud.contracts.event;

/** The Kafka topics, each named for what its events are about. */
public final class Topics {

    /** Who works here. Compacted, keyed by person. */
    public static final String PEOPLE = "outloud.people";

    /** Who follows whom. Compacted, keyed by follower and followee. */
    public static final String FOLLOWS = "outloud.follows";

    /** Who keeps whom at a distance. Compacted, keyed by blocker and blocked; private to the services. */
    public static final String BLOCKS = "outloud.blocks";

    /** Who is suspended from writing. Compacted, keyed by person; private to the services. */
    public static final String SUSPENSIONS = "outloud.suspensions";

    /** Which service has forgotten whom. Compacted, keyed by erasure and service; identifiers only. */
    public static final String ERASURES = "outloud.erasures";

    /** Asks that wait for a reply, and who could help. Keyed by post, kept for a day. */
    public static final String ASKS = "outloud.asks";

    /** Answers to people who want to know what is kept about them, sealed. One partition, kept for a day. */
    public static final String EXPORTS = "outloud.exports";

    /** Posts and comments. Compacted, keyed by post. */
    public static final String POSTS = "outloud.posts";

    /** Reactions and typed thanks. Compacted, keyed by post, giver and kind. */
    public static final String RECOGNITION = "outloud.recognition";

    /** Communities of practice hosted here, and threads that went from one to another. Compacted, keyed by community or hand-over. */
    public static final String COMMUNITIES = "outloud.communities";

    /** Who belongs to which community. Compacted, keyed by community and person. */
    public static final String MEMBERSHIPS = "outloud.memberships";

    /** The groups that HR keeps, and who is in them. Compacted, keyed by group, or by group and person. */
    public static final String GROUPS = "outloud.groups";

    /** "Something changed", told to every instance that holds open streams. One partition, kept for an hour. */
    public static final String LIVE = "outloud.live";

    /** Events that a consumer could not apply, with the reason. */
    public static final String DEAD_LETTERS = "outloud.dead-letters";

    private Topics() {}
}
