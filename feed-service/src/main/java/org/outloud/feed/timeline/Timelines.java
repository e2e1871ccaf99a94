package org.outloud.feed.timeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What might stand in whose home feed. Every statement may be repeated without harm. */
@Repository
class Timelines {

    /** The newest posts that a new follow or membership brings in. */
    private static final int DEPTH = 5_000;

    private static final String FAN_OUT = """
            insert into timeline (owner_id, created_at, post_id)
            select owner, :createdAt, :post from home_of(:author, :community) as owner
            on conflict do nothing
            """;
    private static final String BRING_IN_AUTHOR = """
            insert into timeline (owner_id, created_at, post_id)
            select :owner, p.created_at, p.id from post p
            where p.author_id = :author and p.in_reply_to is null and p.deleted_at is null
            order by p.created_at desc, p.id desc limit :depth
            on conflict do nothing
            """;
    private static final String BRING_IN_COMMUNITY = """
            insert into timeline (owner_id, created_at, post_id)
            select :owner, p.created_at, p.id from post p
            where p.community_id = :community and p.in_reply_to is null and p.deleted_at is null
            order by p.created_at desc, p.id desc limit :depth
            on conflict do nothing
            """;
    private final DatabaseClient database;

    Timelines(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> fanOut(PostId post, PersonId author, @Nullable CommunityId community, Instant createdAt) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(FAN_OUT)
                .bind("createdAt", createdAt)
                .bind("post", post.value())
                .bind("author", author.value());
        insert = community == null
                ? insert.bindNull("community", UUID.class)
                : insert.bind("community", community.value());
        return insert.fetch().rowsUpdated();
    }

    Mono<Void> bringIn(PersonId owner, PersonId author) {
        return database.sql(BRING_IN_AUTHOR)
                .bind("owner", owner.value())
                .bind("author", author.value())
                .bind("depth", DEPTH)
                .then();
    }

    Mono<Void> bringIn(PersonId owner, CommunityId community) {
        return database.sql(BRING_IN_COMMUNITY)
                .bind("owner", owner.value())
                .bind("community", community.value())
                .bind("depth", DEPTH)
                .then();
    }
}
