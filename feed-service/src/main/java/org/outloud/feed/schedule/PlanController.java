package org.outloud.feed.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.post.AudienceRequest;
import org.outloud.feed.post.PublishPostRequest;
import org.outloud.feed.schedule.PlannedPrompts.Prompt;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A community's plan of prompts over HTTP. A single prompt is changed and cancelled as any post that waits. */
@RestController
@RequestMapping("/api/v1/posts/plans/{communityId}")
class PlanController {

    /** The prompts, the next first; they are few. */
    record Plan(List<Prompt> items) {}

    /** Prompts to be planned, all or none. */
    record PlanPrompts(@NotEmpty @Size(max = 30) List<@Valid NewPrompt> prompts) {}

    /**
     * One prompt.
     *
     * @param kind a question unless said otherwise
     */
    record NewPrompt(
            @Nullable String kind,
            @NotBlank @Size(max = 20_000) String body,
            @NotNull Instant publishAt) {

        PublishPostRequest in(CommunityId community) {
            return new PublishPostRequest(
                    kind == null ? "question" : kind,
                    body,
                    null,
                    null,
                    null,
                    new AudienceRequest("community", community, null),
                    publishAt,
                    null);
        }
    }

    private final PlanningPrompts planning;

    PlanController(PlanningPrompts planning) {
        this.planning = planning;
    }

    @GetMapping
    Mono<Plan> find(Caller caller, @PathVariable CommunityId communityId) {
        return planning.of(caller, communityId).map(Plan::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Plan> plan(
            Caller caller,
            @PathVariable CommunityId communityId,
            @RequestParam(defaultValue = "") Set<UUID> acknowledge,
            @RequestBody @Valid PlanPrompts request) {
        List<PublishPostRequest> posts =
                request.prompts().stream().map(prompt -> prompt.in(communityId)).toList();
        return planning.plan(caller, communityId, posts, acknowledge).then(Mono.defer(() -> find(caller, communityId)));
    }

    @PostMapping("/pause")
    Mono<Plan> pause(Caller caller, @PathVariable CommunityId communityId) {
        return planning.pause(caller, communityId).then(Mono.defer(() -> find(caller, communityId)));
    }

    @PostMapping("/resume")
    Mono<Plan> resume(Caller caller, @PathVariable CommunityId communityId) {
        return planning.resume(caller, communityId).then(Mono.defer(() -> find(caller, communityId)));
    }
}
