package org.outloud.feed.notification;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.PostPublished;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes down what might concern whom, each time with one statement for all of them. Nobody hears of what they do themselves or
 * may not read, of whom they muted, or of a thread they muted; every statement may be repeated without harm.
 */
@Repository
class Notices {

    /** Whoever takes part in the thread, is named or follows it. */
    private static final String SAID = """
            insert into notice (owner_id, sort, bundle, subject_id, actor_id, at)
            select o.id, 'line', bundle_of(o.id, 'line', p.root_id), p.id, p.author_id, clock_timestamp()
            from post p cross join lateral (
              select unnest(p.mentions) as id
              union select p.root_author_id where p.in_reply_to is not null
              union select a.author_id from post a where a.id = p.in_reply_to
              union select c.author_id from post c
                where p.in_reply_to is not null and c.root_id = p.root_id and c.in_reply_to is not null
                  and c.deleted_at is null
              union select t.person_id from thread_choice t
                where p.in_reply_to is not null and t.root_id = p.root_id and t.choice = 'followed') o
            where p.id = :post and %s
            on conflict do nothing
            """;

    /** An edit names somebody: an older notice of the same line becomes new again. */
    private static final String NAMED = """
            insert into notice (owner_id, sort, bundle, subject_id, actor_id, at)
            select o.id, 'line', bundle_of(o.id, 'line', p.root_id), p.id, p.author_id, clock_timestamp()
            from post p cross join unnest(:people::uuid[]) as o (id)
            where p.id = :post and %s
            on conflict (owner_id, subject_id, actor_id, sort) do update set at = excluded.at, unread = true
            """;

    private static final String THANKED = """
            insert into notice (owner_id, sort, bundle, subject_id, actor_id, at)
            select o.id, 'thanks', bundle_of(o.id, 'thanks', p.id), p.id, :actor, clock_timestamp()
            from post p cross join lateral (select p.author_id as id) o
            where p.id = :post and %s
            on conflict do nothing
            """;

    private static final String ACCEPTED = """
            insert into notice (owner_id, sort, bundle, subject_id, actor_id, at)
            select o.id, 'answer', bundle_of(o.id, 'answer', p.id), p.id, :actor, clock_timestamp()
            from post p cross join lateral (select p.author_id as id) o
            where p.id = :post and %s
            on conflict do nothing
            """;

    private static final String SHARED = """
            insert into notice (owner_id, sort, bundle, subject_id, actor_id, at)
            select o.id, 'share', bundle_of(o.id, 'share', p.shared_id), p.id, p.author_id, clock_timestamp()
            from post p cross join lateral (select s.author_id as id from post s where s.id = p.shared_id) o
            where p.id = :post and %s
            on conflict do nothing
            """;

    private static final String DECIDED = """
            insert into decision_notice (owner_id, kind, about, subject_id) values (:owner, :kind, :about, :subject)
            on conflict (owner_id, about, kind) do update set at = excluded.at, unread = true
            """;

    /** Who is worth telling, {@code o}, about a line {@code p} by or thanks from {@code actor}. */
    private static final String MAY_HEAR = """
            o.id <> %1$s
              and exists (select from person a where a.id = o.id and a.active)
              and exists (select from readable_post(o.id) r where r.id = p.id)
              and %1$s <> all (array(select h.id from hidden_from(o.id) as h (id)))
              and %1$s <> all (array(select m.id from muted_by(o.id) as m (id)))
              and not exists (select from thread_choice t
                where t.person_id = o.id and t.root_id = p.root_id and t.choice = 'muted')
            """;

    private static final String BY_AUTHOR = MAY_HEAR.formatted("p.author_id");
    private static final String BY_ACTOR = MAY_HEAR.formatted(":actor");

    private final DatabaseClient database;

    Notices(DatabaseClient database) {
        this.database = database;
    }

    /** A post or comment was published; true when it might concern somebody. */
    Mono<Boolean> said(PostPublished post) {
        return written(
                database.sql(SAID.formatted(BY_AUTHOR)).bind("post", post.id().value()));
    }

    /** An edit names people. */
    Mono<Boolean> named(PostId post, Collection<UUID> people) {
        return written(database.sql(NAMED.formatted(BY_AUTHOR))
                .bind("post", post.value())
                .bind("people", people.toArray(UUID[]::new)));
    }

    /** Somebody thanked for a post or comment. */
    Mono<Boolean> thanked(PostId post, PersonId by) {
        return written(database.sql(THANKED.formatted(BY_ACTOR))
                .bind("post", post.value())
                .bind("actor", by.value()));
    }

    /** Somebody accepted a comment as the answer. */
    Mono<Boolean> accepted(PostId comment, PersonId by) {
        return written(database.sql(ACCEPTED.formatted(BY_ACTOR))
                .bind("post", comment.value())
                .bind("actor", by.value()));
    }

    /** Somebody passed on what somebody else wrote. */
    Mono<Boolean> shared(PostId post) {
        return written(database.sql(SHARED.formatted(BY_AUTHOR)).bind("post", post.value()));
    }

    /** Moderators decided about somebody. */
    Mono<Void> decided(PersonId person, String kind, UUID about, UUID subject) {
        return database.sql(DECIDED)
                .bind("owner", person.value())
                .bind("kind", kind)
                .bind("about", about)
                .bind("subject", subject)
                .then();
    }

    /** Forgets what is older. */
    Mono<Void> forget(Duration age) {
        return Flux.just("notice", "decision_notice")
                .concatMap(table -> database.sql(
                                "delete from " + table + " where at < now() - make_interval(secs => :seconds)")
                        .bind("seconds", age.toSeconds())
                        .then())
                .then();
    }

    private static Mono<Boolean> written(DatabaseClient.GenericExecuteSpec insert) {
        return insert.fetch().rowsUpdated().map(rows -> rows > 0);
    }
}
