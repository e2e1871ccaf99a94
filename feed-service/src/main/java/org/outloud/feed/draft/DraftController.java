package org.outloud.feed.draft;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Drafts over HTTP, each person's for that person alone. */
@RestController
@RequestMapping("/api/v1/drafts")
class DraftController {

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping
    Mono<DraftList> list(Caller caller) {
        return drafts.of(caller.id()).map(DraftList::new);
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<Drafts.Draft>> keep(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody @Valid DraftText text) {
        return drafts.keep(caller.id(), id, text, new IfMatch(version))
                .map(draft ->
                        ResponseEntity.ok().eTag(IfMatch.tag(draft.version())).body(draft));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> discard(Caller caller, @PathVariable UUID id) {
        return drafts.discard(caller.id(), id);
    }

    /** All drafts, the last changed first; they are few. */
    record DraftList(List<Drafts.Draft> items) {}
}
