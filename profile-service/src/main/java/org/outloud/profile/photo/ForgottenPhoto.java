package org.outloud.profile.photo;

import org.outloud.profile.person.Person;
import org.outloud.profile.person.PersonalData;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An erased person has no picture. */
@Component
class ForgottenPhoto implements PersonalData {

    private final Photos photos;

    ForgottenPhoto(Photos photos) {
        this.photos = photos;
    }

    @Override
    public Mono<Void> erase(Person person) {
        return photos.delete(person.id());
    }
}
