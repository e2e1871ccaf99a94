package org.outloud.feed.link;

import org.outloud.contracts.PostId;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Previews of links over HTTP: authors take them off. */
@RestController
@RequestMapping("/api/v1/posts/{id}/preview")
class LinkController {

    private final PreviewingLinks previewing;

    LinkController(PreviewingLinks previewing) {
        this.previewing = previewing;
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Caller caller, @PathVariable PostId id) {
        return previewing.remove(caller.id(), id);
    }
}
