package org.outloud.profile.network;

import java.util.UUID;
import org.outloud.platform.outbox.Owned;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who follows whom, by follower; also what ended, at its version. */
@Repository
class FollowsToldAgain implements Owned {

    private static final String NEXT = """
            select f.follower, f.followee, f.following, f.version, f.since as at
            from follow f
            where f.follower in (select follower from follow where follower > :last group by follower order by follower limit 50)
            order by f.follower, f.followee for share of f
            """;

    private final DatabaseClient database;

    FollowsToldAgain(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "follows";
    }

    @Override
    public Mono<Part> after(UUID last) {
        return database.sql(NEXT)
                .bind("last", last)
                .map(Follows::toEvent)
                .all()
                .collectList()
                .filter(page -> !page.isEmpty())
                .map(page -> new Part(page.get(page.size() - 1).follower().value(), page));
    }
}
