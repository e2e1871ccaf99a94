package org.outloud.profile.group;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.Event;
import org.outloud.contracts.event.GroupMemberChanged;
import org.outloud.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps changes of groups together with the events that tell of them. Call it inside a transaction. */
@Component
public class KeepingGroups {

    private final Groups groups;
    private final Outbox outbox;

    KeepingGroups(Groups groups, Outbox outbox) {
        this.groups = groups;
        this.outbox = outbox;
    }

    /** Adds a group of people who are held. */
    public Mono<Group> add(Group group, Set<PersonId> members) {
        return groups.add(group)
                .thenMany(groups.putIn(group.id(), members))
                .collectList()
                .flatMap(changed -> tell(group, true, changed));
    }

    /** Keeps a group that is held, and who is in it from now on; does nothing when nothing differs. */
    public Mono<Group> change(Group before, Group after, Set<PersonId> were, Set<PersonId> are) {
        Set<PersonId> newcomers = new HashSet<>(are);
        newcomers.removeAll(were);
        Set<PersonId> leavers = new HashSet<>(were);
        leavers.removeAll(are);
        boolean described = !after.equals(before);
        if (!described && newcomers.isEmpty() && leavers.isEmpty()) {
            return Mono.just(before);
        }
        Group next = after.next();
        return groups.save(next)
                .thenMany(Flux.concat(groups.takeOut(next.id(), leavers), groups.putIn(next.id(), newcomers)))
                .collectList()
                .flatMap(changed -> tell(next, described, changed));
    }

    private Mono<Group> tell(Group group, boolean described, List<GroupMemberChanged> changed) {
        List<Event> events = new ArrayList<>();
        if (described) {
            events.add(group.toEvent(false));
        }
        events.addAll(changed);
        return outbox.append(events).thenReturn(group);
    }

    /** Removes a group that is held. */
    public Mono<Void> remove(Group group) {
        return groups.takeOutAll(group.id())
                .cast(Event.class)
                .concatWithValues(group.next().toEvent(true))
                .collectList()
                .flatMap(events -> groups.remove(group.id()).then(outbox.append(events)));
    }

    /** Takes a person who is held out of every group. */
    public Mono<Void> leaveAll(PersonId person) {
        return groups.leaveAll(person).collectList().flatMap(outbox::append);
    }
}
