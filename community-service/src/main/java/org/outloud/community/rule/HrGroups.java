package org.outloud.community.rule;

import org.outloud.contracts.event.GroupChanged;
import org.outloud.contracts.event.GroupMemberChanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The groups that HR keeps, as the groups topic tells of them. */
@Repository
class HrGroups {

    private static final String KEEP = """
            insert into hr_group (id, version, display_name, removed) values (:id, :version, :name, :removed)
            on conflict (id) do update set version = excluded.version, display_name = excluded.display_name,
              removed = excluded.removed
            where hr_group.version < excluded.version
            """;
    private static final String KEEP_MEMBER = """
            insert into hr_group_member (group_id, person_id, member, version) values (:group, :person, :member, :version)
            on conflict (group_id, person_id) do update set member = excluded.member, version = excluded.version
            where hr_group_member.version < excluded.version
            """;

    private final DatabaseClient database;

    HrGroups(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a group as told, unless something newer is known. */
    Mono<Void> keep(GroupChanged told) {
        return database.sql(KEEP)
                .bind("id", told.id().value())
                .bind("version", told.version())
                .bind("name", told.displayName())
                .bind("removed", told.removed())
                .then();
    }

    /** Keeps who is in a group, unless something newer is known; true when it was news. */
    Mono<Boolean> keep(GroupMemberChanged told) {
        return database.sql(KEEP_MEMBER)
                .bind("group", told.groupId().value())
                .bind("person", told.personId().value())
                .bind("member", told.member())
                .bind("version", told.version())
                .fetch()
                .rowsUpdated()
                .map(written -> written > 0);
    }
}
