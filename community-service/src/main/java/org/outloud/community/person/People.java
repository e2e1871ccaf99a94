package org.outloud.community.person;

import io.r2dbc.spi.Readable;
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

    private static final String BEFORE = """
            select active, hr_department is distinct from :hrDepartment as department_differs,
              manager_id is distinct from :managerId::uuid as manager_differs
            from person where id = :id for no key update
            """;
    private static final String KEEP = """
            insert into person (id, version, subject, user_name, display_name, avatar, department, active, hr_department,
              manager_id)
            values (:id, :version, :subject, :userName, :displayName, :avatar, :department, :active, :hrDepartment,
              :managerId)
            on conflict (id) do update set version = excluded.version, subject = excluded.subject,
              user_name = excluded.user_name, display_name = excluded.display_name, avatar = excluded.avatar,
              department = excluded.department, active = excluded.active, kept_at = excluded.kept_at,
              hr_department = case when :employed then excluded.hr_department else person.hr_department end,
              manager_id = case when :employed then excluded.manager_id else person.manager_id end
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

    /** Keeps a person as told, unless something newer is known; answers what that changed for others, if anything. */
    Mono<Change> keep(PersonChanged told) {
        Row row = Row.of(told);
        return database.sql(BEFORE)
                .bindProperties(new Before(row.id(), row.hrDepartment(), row.managerId()))
                .map(found -> Change.between(found, told))
                .one()
                .defaultIfEmpty(Change.ofNewcomer())
                .filterWhen(change -> database.sql(KEEP)
                        .bindProperties(row)
                        .fetch()
                        .rowsUpdated()
                        .map(written -> written > 0));
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
            boolean active,
            boolean employed,
            @Nullable String hrDepartment,
            @Nullable UUID managerId) {

        static Row of(PersonChanged told) {
            PersonChanged.Employment employment = told.employment();
            PersonId manager = employment == null ? null : employment.managerId();
            return new Row(
                    told.id().value(),
                    told.version(),
                    told.subject(),
                    told.userName(),
                    told.displayName(),
                    told.avatar(),
                    told.department(),
                    told.active(),
                    employment != null,
                    employment == null ? null : employment.department(),
                    manager == null ? null : manager.value());
        }
    }

    private record Before(
            UUID id,
            @Nullable String hrDepartment,
            @Nullable UUID managerId) {}

    /**
     * What changed for others.
     *
     * @param cameOrWent ceased to work here, or came back
     * @param moved stands elsewhere now, or is new or back
     * @param managed has another manager, and so has everybody below
     */
    record Change(boolean cameOrWent, boolean moved, boolean managed) {

        static Change ofNewcomer() {
            return new Change(false, true, true);
        }

        static Change between(Readable before, PersonChanged told) {
            boolean cameOrWent = Columns.get(before, "active", Boolean.class) != told.active();
            boolean managed = told.employment() != null && Columns.get(before, "manager_differs", Boolean.class);
            boolean moved = told.employment() != null && Columns.get(before, "department_differs", Boolean.class);
            return new Change(cameOrWent, moved || managed || cameOrWent, managed);
        }
    }
}
