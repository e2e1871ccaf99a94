package org.outloud.profile.network;

import org.outloud.contracts.event.BlockChanged;
import org.outloud.contracts.event.Event;
import org.outloud.contracts.event.FollowChanged;
import org.outloud.platform.outbox.Outbox;
import org.outloud.profile.person.Person;
import org.outloud.profile.person.PersonalData;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An erased person follows nobody, keeps nobody at a distance, and the other way round; the topics forget it, too. */
@Component
class ForgottenNetwork implements PersonalData {

    private final Follows follows;
    private final Blocks blocks;
    private final Outbox outbox;

    ForgottenNetwork(Follows follows, Blocks blocks, Outbox outbox) {
        this.follows = follows;
        this.blocks = blocks;
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> erase(Person person) {
        Mono<Void> noFollows = follows.forget(person.id())
                .flatMap(ended -> outbox.append(ended)
                        .then(outbox.forget(
                                FollowChanged.class,
                                ended.stream().map(Event::key).toList())));
        Mono<Void> noBlocks = blocks.forget(person.id())
                .flatMap(ended -> outbox.append(ended)
                        .then(outbox.forget(
                                BlockChanged.class,
                                ended.stream().map(Event::key).toList())));
        return noFollows.then(noBlocks);
    }
}
