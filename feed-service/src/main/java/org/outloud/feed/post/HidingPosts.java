package org.outloud.feed.post;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.platform.outbox.Outbox;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Taking a post or comment out of everybody's sight, its author's included, and putting it back. To other services it is as
 * deleted meanwhile. Joins the transaction of the decision.
 */
@Service
public class HidingPosts {

    private final Posts posts;
    private final Outbox outbox;
    private final OpenPages pages;

    HidingPosts(Posts posts, Outbox outbox, OpenPages pages) {
        this.posts = posts;
        this.outbox = outbox;
        this.pages = pages;
    }

    /** Something just hidden. What its author took away before is told to nobody again. */
    record Hidden(PostId id, long version, PersonId author, PostId root, boolean comment, boolean deleted) {

        static Hidden of(io.r2dbc.spi.Readable row) {
            return new Hidden(
                    new PostId(get(row, "id", UUID.class)),
                    get(row, "version", Long.class),
                    new PersonId(get(row, "author_id", UUID.class)),
                    new PostId(get(row, "root_id", UUID.class)),
                    get(row, "comment", Boolean.class),
                    get(row, "deleted", Boolean.class));
        }

        private static <T> T get(io.r2dbc.spi.Readable row, String column, Class<T> type) {
            return Objects.requireNonNull(row.get(column, type));
        }
    }

    /** Hides it from everybody. */
    public Mono<Void> hide(PostId id) {
        return posts.hide(id)
                .filter(hidden -> !hidden.deleted())
                .flatMap(hidden -> outbox.append(new PostDeleted(
                                hidden.id(), hidden.version(), hidden.author(), hidden.root(), Instant.now()))
                        .then(Mono.defer(() -> pages.removed(hidden.id(), hidden.root()))));
    }

    /** Shows it again to whom it was for; what its author took away stays away. */
    public Mono<Void> show(PostId id) {
        return posts.show(id)
                .filter(said -> !said.withdrawn())
                .flatMap(said -> outbox.append(said.toldAgain(said.version()))
                        .then(Mono.defer(() -> pages.restored(id, new PostId(said.root())))));
    }
}
