package org.outloud.feed.sanction;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.feed.notification.Noticing;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.problem.Invalid;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Warning and suspending, each with words to the person and a line in the record; objecting once, and deciding about that. */
@Service
class Sanctioning {

    private final Sanctions sanctions;
    private final Noticing noticing;
    private final Outbox outbox;

    Sanctioning(Sanctions sanctions, Noticing noticing, Outbox outbox) {
        this.sanctions = sanctions;
        this.noticing = noticing;
        this.outbox = outbox;
    }

    /** Warns or suspends somebody else. */
    @Transactional
    public Mono<UUID> impose(Sanction sanction, String note, @Nullable UUID moderationCase) {
        if (sanction.person().equals(sanction.by())) {
            return Mono.error(new Forbidden("decides-about-self"));
        }
        return sanctions
                .add(sanction, note, moderationCase)
                .switchIfEmpty(Mono.error(
                        () -> Invalid.field("personId", "unknown-value", "Nobody works here under this id.")))
                .then(Mono.defer(() -> settle(
                        sanction,
                        sanction.by(),
                        sanction.kind().act(),
                        note,
                        sanction.kind().told())))
                .thenReturn(sanction.id());
    }

    /** Takes it back, or leaves it after an objection. */
    @Transactional
    public Mono<Void> decide(PersonId moderator, UUID id, boolean lift, @Nullable String note) {
        return sanctions
                .hold(id)
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(held -> held.mayBeDecided(moderator, lift))
                .flatMap(held -> sanctions
                        .decide(id, lift ? "lifted" : "upheld", note)
                        .then(Mono.defer(() ->
                                settle(held, moderator, lift ? "lift" : "keep", note, lift ? "lifted" : "kept"))));
    }

    /** Objects, once. */
    @Transactional
    public Mono<Void> appeal(PersonId person, UUID id, String text) {
        return sanctions
                .hold(id)
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(held -> held.mayBeAppealed(person))
                .flatMap(held -> sanctions.appeal(id, text));
    }

    private Mono<Void> settle(
            Sanction sanction, PersonId moderator, String decision, @Nullable String note, String told) {
        return sanctions
                .record(sanction, moderator, decision, note)
                .then(Mono.defer(() -> sanction.kind() == Sanction.Kind.WARNING
                        ? Mono.empty()
                        : sanctions.together(sanction.person()).flatMap(outbox::append)))
                .then(Mono.defer(() -> noticing.decided(sanction.person(), sanction.id(), told)));
    }
}
