package org.outloud.profile.group;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.outloud.contracts.event.Event;
import org.outloud.contracts.event.GroupMemberChanged;
import org.outloud.platform.outbox.Owned;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** HR's groups and who is in them. */
@Repository
class GroupsToldAgain implements Owned {

    private static final String NEXT =
            Groups.SELECT + "where g.id > :last order by g.id limit 20 for no key update of g";
    private static final String MEMBERS = """
            select group_id, person_id, member, version, now() as at
            from hr_group_member where group_id = any(:groups) order by group_id, person_id
            """;

    private final DatabaseClient database;

    GroupsToldAgain(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "groups";
    }

    /** Who holds a group holds who is in it, too. */
    @Override
    public Mono<Part> after(UUID last) {
        return database.sql(NEXT)
                .bind("last", last)
                .map(Groups::group)
                .all()
                .collectList()
                .filter(page -> !page.isEmpty())
                .flatMap(page -> members(page).map(members -> part(page, members)));
    }

    private Mono<List<GroupMemberChanged>> members(List<Group> page) {
        UUID[] ids = page.stream().map(group -> group.id().value()).toArray(UUID[]::new);
        return Groups.changed(database.sql(MEMBERS).bind("groups", ids)).collectList();
    }

    private static Part part(List<Group> page, List<GroupMemberChanged> members) {
        List<Event> events = new ArrayList<>();
        page.forEach(group -> events.add(group.toEvent(false)));
        events.addAll(members);
        return new Part(page.get(page.size() - 1).id().value(), events);
    }
}
