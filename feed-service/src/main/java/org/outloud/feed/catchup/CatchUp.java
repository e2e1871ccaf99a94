package org.outloud.feed.catchup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.feed.post.PostView;
import org.outloud.feed.post.PostViews;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What somebody missed, by thread: what names them or waits for them, then what was said where they take part, then what
 * their people and communities thanked for. Computed at reading, so that it holds nothing that may no longer be read.
 */
@Repository
class CatchUp {

    /** How far back it goes for somebody who was never here. */
    private static final Duration FIRST = Duration.ofDays(7);

    private static final String SINCE = "select until from caught_up where person_id = :viewer and root_id = :viewer";

    /** Each branch reads what is new through an index; the last one is the only that could be long. */
    private static final String THREADS = """
            with news as (
              select p.root_id, p.id, p.created_at, 'mention' as reason, 0 as rank, 1 as n from readable_post(:viewer) p
              where p.mentions @> array[:viewer]::uuid[] and p.mentions <> '{}' and p.created_at > :since
              union all
              select p.root_id, p.id, p.created_at, case when p.root_author_id = :viewer then 'my-thread' else 'thread' end,
                case when p.root_author_id <> :viewer then 2
                  when exists (select from post r where r.id = p.root_id and r.answer_id is null
                    and (r.kind = 'question' or r.need is not null)) then 1
                  else 2 end, 1
              from (
                select o.id as root_id from post o where o.author_id = :viewer and o.in_reply_to is null
                union select c.root_id from post c where c.author_id = :viewer and c.in_reply_to is not null) mine
              join readable_post(:viewer) p on p.root_id = mine.root_id and p.in_reply_to is not null
              where p.created_at > :since
              union all
              (select p.root_id, p.id, p.created_at, 'thanked', 3, t.people
              from readable_post(:viewer) p
              join lateral (select count(distinct x.person_id)::int as people from reaction x
                where x.post_id = p.id and x.given and x.kind <> 'like' and x.person_id <> :viewer
                  and x.person_id <> all (array(select h.id from hidden_from(:viewer) as h (id)))) t on t.people > 0
              where p.in_reply_to is null and p.created_at > :since and (
                p.author_id in (select f.followee from follow f where f.follower = :viewer and f.following)
                or p.community_id in (select m.community_id from membership m
                  where m.person_id = :viewer and m.role is not null))
                and p.author_id <> :viewer
              order by t.people desc, p.created_at desc limit 20)
            ), fresh as (
              select n.* from news n join post p on p.id = n.id
              where p.author_id <> :viewer
                and p.author_id <> all (array(select m.id from muted_by(:viewer) as m (id)))
                and not exists (select from caught_up c
                  where c.person_id = :viewer and c.root_id = n.root_id and c.until >= n.created_at)
            )
            select f.root_id, min(f.rank) as rank, (array_agg(f.reason order by f.rank, f.created_at desc))[1] as reason,
              case when min(f.rank) = 3 then max(f.n)
                else count(distinct f.id) filter (where f.rank < 3) end::int as count,
              (array_agg(f.id order by f.rank, f.created_at desc))[1] as latest, max(f.created_at) as newest
            from fresh f group by f.root_id
            order by 2, newest desc, f.root_id limit :most
            """;

    private static final String KEEP = """
            insert into caught_up (person_id, root_id, until) values (:viewer, :root, :until)
            on conflict (person_id, root_id) do update set until = greatest(caught_up.until, excluded.until)
            """;
    private static final String FORGET_THREADS =
            "delete from caught_up where person_id = :viewer and root_id <> :viewer and until <= :until";

    private final DatabaseClient database;
    private final PostViews posts;

    CatchUp(DatabaseClient database, PostViews posts) {
        this.database = database;
        this.posts = posts;
    }

    /** Since when there may be news for somebody. */
    Mono<Instant> since(PersonId viewer) {
        return database.sql(SINCE)
                .bind("viewer", viewer.value())
                .mapValue(Instant.class)
                .one()
                .defaultIfEmpty(Instant.now().minus(FIRST));
    }

    /** The most important threads with news. */
    Mono<List<ThreadNews>> threads(PersonId viewer, Instant since, int most) {
        return database.sql(THREADS)
                .bind("viewer", viewer.value())
                .bind("since", since)
                .bind("most", most)
                .map(row -> new Row(
                        Objects.requireNonNull(row.get("root_id", UUID.class)),
                        Objects.requireNonNull(row.get("latest", UUID.class)),
                        new Reason(
                                Objects.requireNonNull(row.get("reason", String.class)),
                                Objects.requireNonNull(row.get("count", Integer.class)))))
                .all()
                .collectList()
                .flatMap(rows -> read(rows, viewer));
    }

    private Mono<List<ThreadNews>> read(List<Row> rows, PersonId viewer) {
        if (rows.isEmpty()) {
            return Mono.just(List.of());
        }
        List<UUID> ids = new ArrayList<>();
        rows.forEach(row -> {
            ids.add(row.root());
            ids.add(row.latest());
        });
        return posts.list(
                        "select p.* from readable_post(:viewer) p where p.id = any(:ids)",
                        "p.created_at",
                        viewer,
                        Map.of("ids", ids.toArray(UUID[]::new)))
                .map(found -> {
                    Map<UUID, PostView> byId = new HashMap<>();
                    found.forEach(post -> byId.put(post.id().value(), post));
                    return rows.stream()
                            .filter(row -> byId.containsKey(row.root()) && byId.containsKey(row.latest()))
                            .map(row -> row.with(byId))
                            .toList();
                });
    }

    /** Remembers that somebody has read everything until then. */
    Mono<Void> finish(PersonId viewer, Instant until) {
        return keep(viewer, viewer.value(), until)
                .then(database.sql(FORGET_THREADS)
                        .bind("viewer", viewer.value())
                        .bind("until", until)
                        .then());
    }

    /** Remembers that somebody has read one thread until then. */
    Mono<Void> finish(PersonId viewer, PostId root, Instant until) {
        return keep(viewer, root.value(), until);
    }

    private Mono<Void> keep(PersonId viewer, UUID root, Instant until) {
        return database.sql(KEEP)
                .bind("viewer", viewer.value())
                .bind("root", root)
                .bind("until", until)
                .then();
    }

    /**
     * A thread with news.
     *
     * @param latest the line that changed: the post itself when the thread is new
     */
    record ThreadNews(
            PostView post, Reason reason, @Nullable PostView latest) {}

    /**
     * Why a thread is shown.
     *
     * @param kind {@code mention}, {@code my-thread}, {@code thread} or {@code thanked}
     * @param count how many new posts and comments there are, or how many people gave thanks
     */
    record Reason(String kind, int count) {}

    private record Row(UUID root, UUID latest, Reason reason) {

        ThreadNews with(Map<UUID, PostView> byId) {
            return new ThreadNews(
                    Objects.requireNonNull(byId.get(root)), reason, latest.equals(root) ? null : byId.get(latest));
        }
    }
}
