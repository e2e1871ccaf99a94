package org.outloud.feed.syndication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The caller's secret addresses for feed readers, over HTTP. */
@RestController
@RequestMapping("/api/v1/feeds/addresses")
class FeedKeyController {

    private final FeedKeys keys;
    private final SyndicationProperties settings;

    FeedKeyController(FeedKeys keys, SyndicationProperties settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @GetMapping
    Mono<Addresses> find(Caller caller) {
        return keys.of(caller.id())
                .map(known -> new Addresses(known.createdAt(), known.usedAt(), null))
                .defaultIfEmpty(new Addresses(null, null, null));
    }

    @PutMapping
    Mono<Addresses> make(Caller caller) {
        return keys.make(caller.id())
                .map(made -> new Addresses(
                        made.createdAt(), null, settings.origin() + SyndicationController.BY_KEY + made.key()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(Caller caller) {
        return keys.revoke(caller.id());
    }

    /**
     * A person's secret addresses.
     *
     * @param base what stands before {@code /home.atom}, {@code /people/{id}.json} and the like; told once, when made
     */
    record Addresses(
            @Nullable Instant createdAt,
            @Nullable Instant usedAt,
            @Nullable String base) {}
}
