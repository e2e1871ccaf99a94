package org.outloud.feed.mail;

import java.net.URI;
import java.util.UUID;
import org.outloud.platform.problem.Absent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The way out of the digest that stands in every mail, without a sign-in. Mail programs post (RFC 8058); whoever follows the
 * address with a browser is asked first, since programs that look at links follow them too.
 */
@RestController
@RequestMapping(UnsubscribeController.PATH + "{key}")
class UnsubscribeController {

    static final String PATH = "/api/v1/notifications/unsubscribe/";
    static final String SCREEN = "/notifications/unsubscribe/";

    private final MailPreferences preferences;

    UnsubscribeController(MailPreferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping
    ResponseEntity<Void> ask(@PathVariable UUID key) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(SCREEN + key))
                .build();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(@PathVariable UUID key) {
        return preferences.end(key).switchIfEmpty(Mono.error(Absent::new)).then();
    }
}
