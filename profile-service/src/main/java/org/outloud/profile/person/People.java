package org.outloud.profile.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Everybody, by every name they are known by. */
@Repository
public class People {

    /** A row in {@link PersonRow}'s shape; what is only there to be searched stays behind. */
    private static final String SELECT =
            "select (to_jsonb(p) - '{name_key,words,knows,spelled}'::text[])::text from person p ";

    private static final String COLUMNS = """
            id, version, subject, user_name, user_key, external_id, email, email_key, emails, email_keys,
            formatted_name, given_name, family_name, locale, employee_number, manager, hr_department,
            display_name, name_source,
            avatar, headline, department, job_title, job_title_shown, location, time_zone, languages, skills,
            skill_keys, interests, ask_me_about, learning, purpose, visibility, active, provisioning, created_at, changed_at""";

    /** In one order for everybody, or two imports of the same people could wait for each other. */
    private static final String INSERT = """
            insert into person (%1$s)
            select %1$s from jsonb_populate_recordset(null::person, :rows::jsonb) order by user_key
            on conflict do nothing
            returning id
            """.formatted(COLUMNS);

    private static final String UPDATE = """
            update person p set (%s) = row(%s)
            from jsonb_populate_recordset(null::person, :rows::jsonb) r
            where p.id = r.id and p.version = r.version - 1
            """.formatted(COLUMNS, COLUMNS.replaceAll("\\w+", "r.$0"));

    private final DatabaseClient database;
    private final JsonMapper json;

    People(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Who has this id. */
    public Mono<Person> find(PersonId id) {
        return database.sql(SELECT + "where p.id = :id")
                .bind("id", id.value())
                .mapValue(String.class)
                .one()
                .map(this::toPerson);
    }

    /** Who has this id, held until the transaction ends. */
    public Mono<Person> hold(PersonId id) {
        return database.sql(SELECT + "where p.id = :id for update")
                .bind("id", id.value())
                .mapValue(String.class)
                .one()
                .map(this::toPerson);
    }

    /** Whether somebody active has this id, as far as the viewer is to know. */
    public Mono<Boolean> works(PersonId id, PersonId viewer) {
        return is("select active from visible_person(:viewer) where id = :id", id, viewer);
    }

    /** Whether somebody has this id, working here or not, as far as the viewer is to know. */
    public Mono<Boolean> exists(PersonId id, PersonId viewer) {
        return is("select true from visible_person(:viewer) where id = :id", id, viewer);
    }

    private Mono<Boolean> is(String query, PersonId id, PersonId viewer) {
        return database.sql(query)
                .bind("viewer", viewer.value())
                .bind("id", id.value())
                .mapValue(Boolean.class)
                .one()
                .defaultIfEmpty(false);
    }

    Mono<Person> signedInWith(String subject) {
        return database.sql(SELECT + "where p.subject = :subject")
                .bind("subject", subject)
                .mapValue(String.class)
                .one()
                .map(this::toPerson);
    }

    /**
     * Everybody who has one of these names, addresses or identifiers, held until the transaction ends.
     *
     * @param userKeys user names, folded
     * @param emailKeys addresses, folded
     */
    public Flux<Person> holdNamed(
            Collection<String> userKeys, Collection<String> emailKeys, Collection<String> externalIds) {
        return database.sql(SELECT + """
                        where p.id in (
                          select id from person where user_key = any(:userKeys)
                          union select id from person where email_key = any(:emailKeys)
                          union select id from person where external_id = any(:externalIds))
                        order by p.id for update
                        """)
                .bind("userKeys", userKeys.toArray(String[]::new))
                .bind("emailKeys", emailKeys.toArray(String[]::new))
                .bind("externalIds", externalIds.toArray(String[]::new))
                .mapValue(String.class)
                .all()
                .map(this::toPerson);
    }

    /** Ids of the user names that are known, by folded user name. */
    public Mono<Map<String, PersonId>> byUserName(Collection<String> userKeys) {
        return database.sql("select user_key, id from person where user_key = any(:userKeys)")
                .bind("userKeys", userKeys.toArray(String[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("user_key", String.class)),
                        new PersonId(Objects.requireNonNull(row.get("id", UUID.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Adds those whom nobody added before; answers who was added. */
    Flux<PersonId> add(List<Person> people) {
        return database.sql(INSERT)
                .bind("rows", rows(people))
                .mapValue(UUID.class)
                .all()
                .map(PersonId::new);
    }

    /** Writes people over their version before. */
    Mono<Void> save(List<Person> people) {
        return database.sql(UPDATE)
                .bind("rows", rows(people))
                .fetch()
                .rowsUpdated()
                .doOnNext(updated -> {
                    if (updated != people.size()) {
                        throw new IllegalStateException("People are changed only while they are held");
                    }
                })
                .then();
    }

    private String rows(List<Person> people) {
        return json.writeValueAsString(people.stream().map(PersonRow::of).toList());
    }

    /** Reads what {@code to_jsonb} made of a row. */
    public Person toPerson(String row) {
        return json.readValue(row, PersonRow.class).toPerson();
    }
}
