package org.outloud.profile.photo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.outloud.contracts.PersonId;
import org.outloud.platform.security.Caller;
import org.outloud.profile.person.EditingProfiles;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Putting one's picture up and taking it down; the profile changes with it, in one transaction. */
@Service
class ChangingPhotos implements DisposableBean {

    private static final int MOST_WAITING = 50;

    private final Photos photos;
    private final EditingProfiles editing;
    private final TransactionalOperator transaction;

    /** Decoding needs memory: one picture at a time, and few that wait. */
    private final Scheduler darkroom = Schedulers.newBoundedElastic(1, MOST_WAITING, "photos");

    ChangingPhotos(Photos photos, EditingProfiles editing, TransactionalOperator transaction) {
        this.photos = photos;
        this.editing = editing;
        this.transaction = transaction;
    }

    Mono<String> put(Caller caller, PersonId id, byte[] uploaded) {
        return Mono.fromCallable(() -> Developing.develop(uploaded))
                .subscribeOn(darkroom)
                .flatMap(photo -> {
                    String tag = tagOf(photo);
                    String address = address(id, tag);
                    return editing.picture(caller, id, address)
                            .then(Mono.defer(() -> photos.keep(id, tag, photo)))
                            .as(transaction::transactional)
                            .thenReturn(address);
                });
    }

    Mono<Void> delete(Caller caller, PersonId id) {
        return editing.picture(caller, id, null)
                .then(Mono.defer(() -> photos.delete(id)))
                .as(transaction::transactional);
    }

    /** Changes with the picture, so that whoever has it may keep it. */
    private static String address(PersonId id, String tag) {
        return "/api/v1/people/" + id + "/photo?v=" + tag;
    }

    private static String tagOf(Photo photo) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(photo.large());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() {
        darkroom.dispose();
    }
}
