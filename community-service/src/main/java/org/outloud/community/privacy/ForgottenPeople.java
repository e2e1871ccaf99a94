package org.outloud.community.privacy;

import java.util.List;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.PersonErased;
import org.outloud.platform.privacy.Naming;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What this service keeps of people besides their memberships, taken out. */
@Repository
class ForgottenPeople {

    private static final String KEEP = """
            insert into person (id, version, subject, user_name, display_name, active)
            values (:id, :version, :subject, :userName, :displayName, false)
            on conflict (id) do update
              set version = excluded.version, subject = excluded.subject, user_name = excluded.user_name,
                display_name = excluded.display_name, avatar = null, department = null, hr_department = null,
                manager_id = null, active = false
              where person.version < excluded.version
            """;

    /** Each names the person as {@code :id}. */
    private static final List<String> TRACES = List.of(
            "delete from inventory_steward where person_id = :id",
            "delete from hr_group_member where person_id = :id",
            "delete from suspension where person_id = :id",
            "delete from norms_seen where person_id = :id",
            "delete from invitation where person_id = :id",
            "update invitation set invited_by = null, note = null where invited_by = :id",
            "delete from rule_due where person_id = :id",
            "delete from open_post where author_id = :id",
            """
            update merge_proposal set note = case when proposed_by = :id then null else note end,
              proposed_by = nullif(proposed_by, :id), one_accepted_by = nullif(one_accepted_by, :id),
              other_accepted_by = nullif(other_accepted_by, :id), closed_by = nullif(closed_by, :id)
            where :id in (proposed_by, one_accepted_by, other_accepted_by, closed_by)
            """,
            "delete from block where :id in (blocker, blocked)",
            "delete from idempotency_key where caller = :id::text");

    private final DatabaseClient database;

    ForgottenPeople(DatabaseClient database) {
        this.database = database;
    }

    /** How the person is called until now; empty when nobody of that identifier is known. */
    Mono<Naming> names(PersonId person) {
        return database.sql("select user_name, display_name from person where id = :id")
                .bind("id", person.value())
                .map(row -> new Naming(
                        Columns.get(row, "user_name", String.class), Columns.get(row, "display_name", String.class)))
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

    /** Takes out what the person answered for and kept at a distance. */
    Mono<Void> removeTraces(PersonId person) {
        return Flux.fromIterable(TRACES)
                .concatMap(statement ->
                        database.sql(statement).bind("id", person.value()).then())
                .then();
    }
}
