package org.outloud.profile.privacy;

import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.ExportRequested;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.privacy.Sealed;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.security.Caller;
import org.outloud.profile.audit.Act;
import org.outloud.profile.audit.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Gathering everything that any service keeps about a person, for that person alone. */
@Service
class ExportingPeople {

    private static final int MOST_LISTED = 10;

    private final Exports exports;
    private final ExportArchive archive;
    private final Audit audit;
    private final Outbox outbox;
    private final TransactionalOperator transaction;

    ExportingPeople(
            Exports exports, ExportArchive archive, Audit audit, Outbox outbox, TransactionalOperator transaction) {
        this.exports = exports;
        this.archive = archive;
        this.audit = audit;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** Begins to gather; while one is being gathered, that one is answered. */
    Mono<Exports.Export> begin(Caller caller) {
        return exports.latest(caller.id())
                .filter(latest -> !latest.ready())
                .switchIfEmpty(Mono.defer(() -> Mono.fromCallable(Sealed::keys)
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(keys -> ask(caller, keys))
                        .then(Mono.defer(() -> exports.latest(caller.id())))));
    }

    private Mono<Void> ask(Caller caller, KeyPair keys) {
        UUID id = UUID.randomUUID();
        String publicKey = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        return exports.begin(id, caller.id(), keys)
                .then(outbox.append(new ExportRequested(id, caller.id(), publicKey, Instant.now())))
                .then(audit.record(caller, Act.EXPORT_REQUESTED, caller.id()))
                .as(transaction::transactional);
    }

    /** The caller's exports that can still be fetched, the latest first. */
    Mono<List<Exports.Export>> list(Caller caller) {
        return exports.of(caller.id(), MOST_LISTED).collectList();
    }

    Mono<Exports.Export> find(UUID id, PersonId person) {
        return exports.find(id, person).switchIfEmpty(Mono.error(Absent::new));
    }

    /** The archive, put together anew each time: nothing of it lies readable anywhere. */
    Mono<byte[]> fetch(UUID id, PersonId person) {
        return find(id, person)
                .filter(Exports.Export::ready)
                .switchIfEmpty(Mono.error(() -> new Conflicting("export-gathering")))
                .flatMap(export -> Mono.zip(exports.own(person), exports.answers(id)))
                .flatMap(found -> Mono.fromCallable(() -> archive.of(found.getT1(), found.getT2()))
                        .subscribeOn(Schedulers.boundedElastic()));
    }
}
