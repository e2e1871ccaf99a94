package org.outloud.feed.privacy;

import java.util.List;
import java.util.Objects;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.PersonErased;
import org.outloud.platform.privacy.Naming;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What this service keeps of people besides their words, taken out. */
@Repository
class ForgottenPeople {

    private static final String NAMES = "select user_name, display_name from person where id = :id for update";
    private static final String KEEP = """
            insert into person (id, version, subject, user_name, display_name, active)
            values (:id, :version, :subject, :userName, :displayName, false)
            on conflict (id) do update
              set version = excluded.version, subject = excluded.subject, user_name = excluded.user_name,
                display_name = excluded.display_name, avatar = null, department = null, active = false,
                email = null, time_zone = null, language = null
              where person.version < excluded.version
            """;

    /** Each names the person once as {@code :id}. */
    private static final List<String> TRACES = List.of(
            "delete from follow where :id in (follower, followee)",
            "delete from block where :id in (blocker, blocked)",
            "delete from membership where person_id = :id",
            "delete from timeline where owner_id = :id",
            "delete from caught_up where person_id = :id",
            "delete from post_reader where person_id = :id",
            "delete from notice where :id in (owner_id, actor_id)",
            "delete from decision_notice where owner_id = :id",
            "update post set stamp = stamp + 1 where id in (select post_id from attachment where owner_id = :id)",
            "delete from attachment where owner_id = :id",
            "delete from ask_helper where person_id = :id",
            "delete from mail_preference where person_id = :id",
            "delete from digest where person_id = :id",
            "delete from thread_choice where person_id = :id",
            "delete from saved_post where person_id = :id",
            "delete from feed_key where person_id = :id",
            "delete from draft where person_id = :id",
            "delete from scheduled_post where author_id = :id",
            "delete from sanction where person_id = :id",
            "delete from suspension where person_id = :id",
            "delete from report where reporter_id = :id",
            "update moderation_case c set appeal = null from post p where p.id = c.post_id and p.author_id = :id",
            "delete from idempotency_key where caller = :id::text");

    private final DatabaseClient database;

    ForgottenPeople(DatabaseClient database) {
        this.database = database;
    }

    /** How the person was called until now; empty when nobody here knows. */
    Mono<Naming> names(PersonId person) {
        return database.sql(NAMES)
                .bind("id", person.value())
                .map(row -> new Naming(
                        Objects.requireNonNull(row.get("user_name", String.class)),
                        Objects.requireNonNull(row.get("display_name", String.class))))
                .one();
    }

    /** Leaves a pseudonym where the person was. */
    Mono<Void> keepPseudonym(PersonErased event) {
        DatabaseClient.GenericExecuteSpec keep = database.sql(KEEP)
                .bind("id", event.id().value())
                .bind("version", event.version())
                .bind("userName", event.userName())
                .bind("displayName", event.displayName());
        keep = event.subject() == null ? keep.bindNull("subject", String.class) : keep.bind("subject", event.subject());
        return keep.then();
    }

    /** Takes out whom the person followed, where the person was, and what waited for them. */
    Mono<Void> removeTraces(PersonId person) {
        return Flux.fromIterable(TRACES)
                .concatMap(statement ->
                        database.sql(statement).bind("id", person.value()).then())
                .then();
    }
}
