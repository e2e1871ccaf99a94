package org.outloud.feed.moderation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PostId;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reports over HTTP, for everybody. */
@RestController
@RequestMapping("/api/v1/posts/{id}/report")
class ReportController {

    private final Moderating moderating;

    ReportController(Moderating moderating) {
        this.moderating = moderating;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> report(Caller caller, @PathVariable PostId id, @RequestBody @Valid ReportRequest request) {
        return moderating.report(caller.id(), id, Reason.of(request.reason()), Texts.stripped(request.detail()));
    }

    /** Why, and what moderators should know. */
    record ReportRequest(
            @NotNull String reason,
            @Nullable @Size(max = 1_000) String detail) {}
}
