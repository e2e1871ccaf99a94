package org.outloud.profile.group;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.outloud.contracts.GroupId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.GroupMemberChanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * HR's groups and who is in them. Whoever changes both people and groups holds the people first, so that no two changes
 * wait for each other.
 */
@Repository
public class Groups {

    static final String SELECT =
            "select g.id, g.version, g.display_name, g.external_id, g.created_at, g.changed_at from hr_group g ";

    private static final String PUT_IN = """
            insert into hr_group_member as m (group_id, person_id, member, version)
            select :group, person_id, true, 1 from unnest(:people::uuid[]) as person_id order by person_id
            on conflict (group_id, person_id) do update set member = true, version = m.version + 1 where not m.member
            returning group_id, person_id, member, version, now() as at
            """;
    private static final String TAKE_OUT = """
            update hr_group_member set member = false, version = version + 1
            where group_id = :group and person_id = any(:people::uuid[]) and member
            returning group_id, person_id, member, version, now() as at
            """;
    private static final String END_ALL_OF_GROUP = """
            update hr_group_member set member = false, version = version + 1 where group_id = :group and member
            returning group_id, person_id, member, version, now() as at
            """;
    private static final String LEAVE_ALL = """
            with left_groups as (
              select g.id from hr_group g join hr_group_member m on m.group_id = g.id
              where m.person_id = :person and m.member order by g.id for update of g),
            grown as (
              update hr_group g set version = g.version + 1, changed_at = now() from left_groups l where g.id = l.id)
            update hr_group_member m set member = false, version = m.version + 1 from left_groups l
            where m.group_id = l.id and m.person_id = :person
            returning m.group_id, m.person_id, m.member, m.version, now() as at
            """;

    private final DatabaseClient database;

    Groups(DatabaseClient database) {
        this.database = database;
    }

    /** Which group has this id. */
    public Mono<Group> find(GroupId id) {
        return one(SELECT + "where g.id = :id", id);
    }

    /** Which group has this id, held until the transaction ends. */
    public Mono<Group> hold(GroupId id) {
        return one(SELECT + "where g.id = :id for update", id);
    }

    private Mono<Group> one(String statement, GroupId id) {
        return database.sql(statement).bind("id", id.value()).map(Groups::group).one();
    }

    /** Reads the columns of {@code hr_group}. */
    public static Group group(Readable row) {
        return new Group(
                new GroupId(Objects.requireNonNull(row.get("id", UUID.class))),
                Objects.requireNonNull(row.get("version", Long.class)),
                Objects.requireNonNull(row.get("display_name", String.class)),
                row.get("external_id", String.class),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                Objects.requireNonNull(row.get("changed_at", Instant.class)));
    }

    Mono<Void> add(Group group) {
        DatabaseClient.GenericExecuteSpec insert = database.sql("""
                        insert into hr_group (id, version, display_name, external_id, created_at, changed_at)
                        values (:id, :version, :name, :external, :created, :changed)
                        """).bind("created", group.createdAt());
        return bound(insert, group).then();
    }

    Mono<Void> save(Group group) {
        DatabaseClient.GenericExecuteSpec update = database.sql("""
                        update hr_group set version = :version, display_name = :name, external_id = :external,
                          changed_at = :changed
                        where id = :id
                        """);
        return bound(update, group).then();
    }

    private static DatabaseClient.GenericExecuteSpec bound(DatabaseClient.GenericExecuteSpec spec, Group group) {
        DatabaseClient.GenericExecuteSpec bound = spec.bind("id", group.id().value())
                .bind("version", group.version())
                .bind("name", group.displayName())
                .bind("changed", group.changedAt());
        String external = group.externalId();
        return external == null ? bound.bindNull("external", String.class) : bound.bind("external", external);
    }

    Mono<Void> remove(GroupId id) {
        return database.sql("delete from hr_group where id = :id")
                .bind("id", id.value())
                .then();
    }

    /** Everybody in a group. */
    public Mono<Set<PersonId>> members(GroupId id) {
        return ids(database.sql("select person_id from hr_group_member where group_id = :group and member")
                .bind("group", id.value()));
    }

    /** Those of these people whom HR has not deleted, held as they are until the transaction ends. */
    public Mono<Set<PersonId>> holdPeople(Collection<PersonId> people) {
        return people.isEmpty() ? Mono.just(Set.of()) : ids(database.sql("""
                        select id from person where id = any(:people) and provisioning <> 'removed'
                        order by id for share
                        """).bind("people", array(people)));
    }

    private static Mono<Set<PersonId>> ids(DatabaseClient.GenericExecuteSpec select) {
        return select.mapValue(UUID.class).all().map(PersonId::new).collect(Collectors.toSet());
    }

    Flux<GroupMemberChanged> putIn(GroupId group, Collection<PersonId> people) {
        return people.isEmpty() ? Flux.empty() : changed(of(PUT_IN, group).bind("people", array(people)));
    }

    Flux<GroupMemberChanged> takeOut(GroupId group, Collection<PersonId> people) {
        return people.isEmpty() ? Flux.empty() : changed(of(TAKE_OUT, group).bind("people", array(people)));
    }

    Flux<GroupMemberChanged> takeOutAll(GroupId group) {
        return changed(of(END_ALL_OF_GROUP, group));
    }

    Flux<GroupMemberChanged> leaveAll(PersonId person) {
        return changed(database.sql(LEAVE_ALL).bind("person", person.value()));
    }

    /** Drops the traces of somebody who is in no group any more; answers where there were some. */
    Flux<GroupId> forget(PersonId person) {
        return database.sql("delete from hr_group_member where person_id = :person and not member returning group_id")
                .bind("person", person.value())
                .mapValue(UUID.class)
                .all()
                .map(GroupId::new);
    }

    private DatabaseClient.GenericExecuteSpec of(String statement, GroupId group) {
        return database.sql(statement).bind("group", group.value());
    }

    static Flux<GroupMemberChanged> changed(DatabaseClient.GenericExecuteSpec change) {
        return change.map(row -> new GroupMemberChanged(
                        new GroupId(Objects.requireNonNull(row.get("group_id", UUID.class))),
                        new PersonId(Objects.requireNonNull(row.get("person_id", UUID.class))),
                        Objects.requireNonNull(row.get("member", Boolean.class)),
                        Objects.requireNonNull(row.get("version", Long.class)),
                        Objects.requireNonNull(row.get("at", Instant.class))))
                .all();
    }

    private static UUID[] array(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
