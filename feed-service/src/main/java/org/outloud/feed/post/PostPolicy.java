package org.outloud.feed.post;

import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.feed.community.Communities.Standing;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;

/**
 * Who may do what with a post that they may read. Who may read it is decided in SQL, by {@code readable_post}: what the
 * caller may not read was not found before any of these rules is asked.
 */
final class PostPolicy {

    private static final String MODERATOR = "moderator";

    private PostPolicy() {}

    /** Members post in a community. A secret community is to outsiders as one that does not exist. */
    static void mayPostIn(@Nullable Standing standing) {
        if (standing == null) {
            throw Invalid.field("audience.communityId", "unknown-value", "There is no such community.");
        }
        if (!standing.member()) {
            throw new Forbidden("not-a-member");
        }
        if (standing.archived()) {
            throw new Conflicting("community-archived");
        }
    }

    /** The author takes a post away, or a moderator does. */
    static void mayDelete(Caller caller, PersonId author) {
        if (!caller.id().equals(author) && !caller.is(MODERATOR)) {
            throw new Forbidden("not-the-author");
        }
    }

    /** Nobody puts words into somebody else's mouth. */
    static void mayEdit(Caller caller, PersonId author) {
        if (!caller.id().equals(author)) {
            throw new Forbidden("not-your-words");
        }
    }

    /** Whoever asks decides which answer helped. */
    static void mayAccept(Caller caller, PersonId asker) {
        if (!caller.id().equals(asker)) {
            throw new Forbidden("not-the-asker");
        }
    }
}
