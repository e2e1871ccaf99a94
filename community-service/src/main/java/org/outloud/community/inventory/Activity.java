package org.outloud.community.inventory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.contracts.event.PostPublished;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What goes on in the communities hosted here, counted from the posts topic: each post and comment once, while it is there. */
@Repository
class Activity {

    private static final String COUNT = """
            with counted as (
              insert into community_post (post_id, community_id, week)
              select :post, id, :week from community where id = :community
              on conflict (post_id) do update set deleted = false where community_post.deleted
              returning community_id, week)
            insert into community_week (community_id, week, posts) select community_id, week, 1 from counted
            on conflict (community_id, week) do update set posts = community_week.posts + 1
            """;
    /** A thread went to another community: it counts there. */
    private static final String RECOUNT = """
            with moved as (
              update community_post p set community_id = :community
              from community_post was
              where p.post_id = :post and was.post_id = p.post_id and p.community_id <> :community
                and exists (select from community c where c.id = :community)
              returning was.community_id as left_id, p.week, p.deleted),
            gone as (
              update community_week w set posts = w.posts - 1 from moved m
              where w.community_id = m.left_id and w.week = m.week and not m.deleted)
            insert into community_week (community_id, week, posts) select :community, week, 1 from moved where not deleted
            on conflict (community_id, week) do update set posts = community_week.posts + 1
            """;

    private static final String HEAR = """
            update inventory_entry set last_activity = :at
            where community_id = :community and coalesce(last_activity < :at, true)
            """;
    private static final String UNCOUNT = """
            with uncounted as (
              update community_post set deleted = true where post_id = :post and not deleted
              returning community_id, week)
            update community_week w set posts = posts - 1
            from uncounted u where w.community_id = u.community_id and w.week = u.week
            """;

    private final DatabaseClient database;

    Activity(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> published(PostPublished post) {
        CommunityId community = post.communityId();
        if (community == null) {
            return Mono.empty();
        }
        LocalDate monday = post.createdAt()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return database.sql(RECOUNT)
                .bind("post", post.id().value())
                .bind("community", community.value())
                .then()
                .then(database.sql(COUNT)
                        .bind("post", post.id().value())
                        .bind("week", monday)
                        .bind("community", community.value())
                        .then())
                .then(database.sql(HEAR)
                        .bind("at", post.createdAt())
                        .bind("community", community.value())
                        .then());
    }

    Mono<Void> deleted(PostDeleted post) {
        return database.sql(UNCOUNT).bind("post", post.id().value()).then();
    }
}
