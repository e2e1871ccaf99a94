package org.outloud.feed.timeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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

    /**
     * One statement, so that one snapshot decides for both tables: a post that is not written to the followers of a source
     * is written for all of them.
     */
    private static final String FAN_OUT = """
            with wide as materialized (
              select s.id from unnest(array[:author, :community]::uuid[]) as s (id)
              where exists (select from shared_source x where x.source_id = s.id)
                or (select count(*) from (
                  select from follow f where f.followee = s.id and f.following limit :most + 1) c) > :most
                or (select count(*) from (
                  select from membership m where m.community_id = s.id and m.role is not null limit :most + 1) c) > :most),
            marked as (insert into shared_source (source_id) select w.id from wide w on conflict do nothing),
            shared as (
              insert into shared_timeline (source_id, created_at, post_id)
              select w.id, :createdAt, :post from wide w on conflict do nothing)
            insert into timeline (owner_id, created_at, post_id)
            select o.id, :createdAt, :post from (
              select :author as id
              union select f.follower from follow f
                where f.followee = :author and f.following and not exists (select from wide w where w.id = :author)
              union select m.person_id from membership m
                where m.community_id = :community and m.role is not null
                  and not exists (select from wide w where w.id = :community)) o
            on conflict do nothing
            """;

    private static final String BRING_IN_AUTHOR = """
            insert into timeline (owner_id, created_at, post_id)
            select :owner, p.created_at, p.id from post p
            where p.author_id = :author and p.in_reply_to is null and p.deleted_at is null
              and not exists (select from shared_timeline s
                where s.source_id = :author and s.created_at = p.created_at and s.post_id = p.id)
            order by p.created_at desc, p.id desc limit :depth
            on conflict do nothing
            """;
    private static final String BRING_IN_COMMUNITY = """
            insert into timeline (owner_id, created_at, post_id)
            select :owner, p.created_at, p.id from post p
            where p.community_id = :community and p.in_reply_to is null and p.deleted_at is null
              and not exists (select from shared_timeline s
                where s.source_id = :community and s.created_at = p.created_at and s.post_id = p.id)
            order by p.created_at desc, p.id desc limit :depth
            on conflict do nothing
            """;
    private final DatabaseClient database;
    private final TimelineProperties properties;
    private final Counter written;

    Timelines(DatabaseClient database, TimelineProperties properties, MeterRegistry meters) {
        this.database = database;
        this.properties = properties;
        this.written = meters.counter("outloud.timeline.rows");
    }

    /** Writes a post into the timelines that it belongs to, or once for all followers of a source with very many. */
    Mono<Long> fanOut(PostId post, PersonId author, @Nullable CommunityId community, Instant createdAt) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(FAN_OUT)
                .bind("createdAt", createdAt)
                .bind("post", post.value())
                .bind("author", author.value())
                .bind("most", properties.mergedAbove());
        insert = community == null
                ? insert.bindNull("community", UUID.class)
                : insert.bind("community", community.value());
        return insert.fetch().rowsUpdated().doOnNext(written::increment);
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
