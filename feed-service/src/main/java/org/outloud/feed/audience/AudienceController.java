package org.outloud.feed.audience;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.community.Communities;
import org.outloud.feed.post.Audience;
import org.outloud.feed.post.AudienceRequest;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** "1,240 people can read this", before it is published. */
@RestController
class AudienceController {

    private final Readers readers;
    private final Communities communities;

    AudienceController(Readers readers, Communities communities) {
        this.readers = readers;
        this.communities = communities;
    }

    @PostMapping("/api/v1/audiences/preview")
    Mono<AudiencePreview> preview(Caller caller, @RequestBody @Valid PreviewRequest request) {
        AudienceRequest asked = request.audience();
        if (asked == null) {
            throw Invalid.field("audience", "required", "Say who this is for.");
        }
        Audience audience = asked.toAudience();
        CommunityId community = audience.communityId();
        if (community == null) {
            return readers.of(caller.id(), audience, false);
        }
        return communities
                .standing(community, caller.id())
                .switchIfEmpty(Mono.error(
                        () -> Invalid.field("audience.communityId", "unknown-value", "There is no such community.")))
                .flatMap(standing ->
                        readers.of(caller.id(), audience, standing.visibility().equals("open")));
    }

    /** The audience to look at. */
    record PreviewRequest(@Nullable @Valid AudienceRequest audience) {}
}
