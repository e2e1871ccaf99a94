package org.outloud.feed.post;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;

/** Who may read a thread. The database's {@code readable_post} gives these words their meaning. */
public sealed interface Audience {

    /** Everybody who works here. */
    record Everyone() implements Audience {}

    /** Whoever follows the author at the time of reading. */
    record Followers() implements Audience {}

    /** The people named. */
    record People(List<PersonId> people) implements Audience {}

    /** An open community's everybody, a closed or secret community's members. */
    record Community(CommunityId community) implements Audience {}

    /** The word that clients and the database use. */
    default String type() {
        if (this instanceof Followers) {
            return "followers";
        }
        if (this instanceof People) {
            return "people";
        }
        return this instanceof Community ? "community" : "everyone";
    }

    /** The community, when it is one. */
    default @Nullable CommunityId communityId() {
        return this instanceof Community in ? in.community() : null;
    }

    /** The people named, when some are. */
    default List<PersonId> readers() {
        return this instanceof People named ? named.people() : List.of();
    }
}
