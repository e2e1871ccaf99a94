package org.outloud.feed.post;

import java.time.Instant;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.Event;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.platform.outbox.Owned;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All posts and comments; of what was taken away, that it was. */
@Repository
class PostsToldAgain implements Owned {

    private static final String NEXT = "select " + Said.COLUMNS + """
            from post p where p.id > :last order by p.id limit 500 for share of p
            """;

    private final DatabaseClient database;

    PostsToldAgain(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public Mono<Part> after(UUID last) {
        return database.sql(NEXT)
                .bind("last", last)
                .map(Said::of)
                .all()
                .collectList()
                .filter(page -> !page.isEmpty())
                .map(page -> new Part(
                        page.get(page.size() - 1).id(),
                        page.stream().map(PostsToldAgain::told).toList()));
    }

    /** A post as it stands; of what was taken away, that it was. */
    static Event told(Said said) {
        return said.withdrawn()
                ? new PostDeleted(
                        new PostId(said.id()),
                        said.version(),
                        new PersonId(said.author()),
                        new PostId(said.root()),
                        Instant.now())
                : said.toldAgain(said.version());
    }
}
