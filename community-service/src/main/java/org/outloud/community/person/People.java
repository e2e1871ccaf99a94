package org.outloud.community.person;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.PersonChanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Everybody who works or worked here. */
@Repository
public class People {

    private static final String WAS_ACTIVE = "select active from person where id = :id for no key update";
    private static final String KEEP = """
            insert into person (id, version, subject, user_name, display_name, avatar, department, active)
            values (:id, :version, :subject, :userName, :displayName, :avatar, :department, :active)
            on conflict (id) do update set version = excluded.version, subject = excluded.subject,
              user_name = excluded.user_name, display_name = excluded.display_name, avatar = excluded.avatar,
              department = excluded.department, active = excluded.active, kept_at = excluded.kept_at
            where person.version < excluded.version
            """;
    private static final String BY_USER_NAME = """
            select distinct on (lower(user_name)) lower(user_name) as name, id
            from person where lower(user_name) = any(:names) order by lower(user_name), active desc, id
            """;
    private static final String HOLD = "select id from person where id = any(:ids) order by id for share";
    private static final String ACTIVE = "select id from person where id = any(:ids) and active";

    private final DatabaseClient database;

    People(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a person as told, unless something newer is known; true when the person came or went by it. */
    Mono<Boolean> keep(PersonChanged told) {
        Mono<Boolean> before = database.sql(WAS_ACTIVE)
                .bind("id", told.id().value())
                .map(row -> Columns.get(row, "active", Boolean.class))
                .one();
        return before.defaultIfEmpty(told.active())
                .flatMap(active -> upsert(told).map(written -> written > 0 && active != told.active()));
    }

    private Mono<Long> upsert(PersonChanged told) {
        return database.sql(KEEP).bindProperties(Row.of(told)).fetch().rowsUpdated();
    }

    /** Keeps people as they are until the transaction ends. Comes before any lock on a community. */
    public Mono<Void> hold(Collection<PersonId> people) {
        return database.sql(HOLD).bind("ids", ids(people)).then();
    }

    /** Those of the people who work here. */
    public Mono<Set<PersonId>> active(Collection<PersonId> people) {
        return database.sql(ACTIVE)
                .bind("ids", ids(people))
                .map(row -> new PersonId(Columns.get(row, "id", UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }

    /** Whether a person works here now; empty for somebody who never did, or is not there for the viewer. */
    public Mono<Boolean> standing(PersonId person, PersonId viewer) {
        return database.sql("select active from visible_person(:viewer) where id = :id")
                .bind("viewer", viewer.value())
                .bind("id", person.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** Finds people by user name, without case; the answer holds those who are known, by the name in lower case. */
    public Mono<Map<String, PersonId>> named(Set<String> userNames) {
        return database.sql(BY_USER_NAME)
                .bind("names", userNames.stream().map(People::key).distinct().toArray(String[]::new))
                .map(row -> Map.entry(
                        Columns.get(row, "name", String.class), new PersonId(Columns.get(row, "id", UUID.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** When the topic last told something new of somebody; the epoch before anybody came. */
    public Mono<Instant> lastArrival() {
        return database.sql("select coalesce(max(kept_at), to_timestamp(0)) from person")
                .mapValue(Instant.class)
                .one();
    }

    /** A user name as it is compared. */
    public static String key(String userName) {
        return userName.toLowerCase(Locale.ROOT);
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
    }

    private record Row(
            UUID id,
            long version,
            @Nullable String subject,
            String userName,
            String displayName,
            @Nullable String avatar,
            @Nullable String department,
            boolean active) {

        static Row of(PersonChanged told) {
            return new Row(
                    told.id().value(),
                    told.version(),
                    told.subject(),
                    told.userName(),
                    told.displayName(),
                    told.avatar(),
                    told.department(),
                    told.active());
        }
    }
}
