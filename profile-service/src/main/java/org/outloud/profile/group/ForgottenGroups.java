package org.outloud.profile.group;

import org.outloud.contracts.event.GroupMemberChanged;
import org.outloud.platform.outbox.Outbox;
import org.outloud.profile.person.Person;
import org.outloud.profile.person.PersonalData;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An erased person is in no group; the topic forgets that they ever were. */
@Component
class ForgottenGroups implements PersonalData {

    private final Groups groups;
    private final KeepingGroups keeping;
    private final Outbox outbox;

    ForgottenGroups(Groups groups, KeepingGroups keeping, Outbox outbox) {
        this.groups = groups;
        this.keeping = keeping;
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> erase(Person person) {
        return keeping.leaveAll(person.id())
                .thenMany(groups.forget(person.id()))
                .map(group -> group + "/" + person.id())
                .collectList()
                .flatMap(keys -> outbox.forget(GroupMemberChanged.class, keys));
    }
}
