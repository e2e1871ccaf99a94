package org.outloud.feed.schedule;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.post.PublishPostRequest;
import org.outloud.feed.schedule.PlannedPrompts.Prompt;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Planning what a community is asked, week by week. Each prompt is a post of whoever planned it, which waits; those who care
 * for the community see the whole plan, and may halt it.
 */
@Service
class PlanningPrompts {

    /** Who cares for a community. */
    private static final Set<String> HOSTS = Set.of("steward", "facilitator");

    private final PlannedPrompts prompts;
    private final SchedulingPosts scheduling;

    PlanningPrompts(PlannedPrompts prompts, SchedulingPosts scheduling) {
        this.prompts = prompts;
        this.scheduling = scheduling;
    }

    Mono<List<Prompt>> of(Caller caller, CommunityId community) {
        return requireHost(caller, community).then(Mono.defer(() -> prompts.of(community, caller.id())));
    }

    /** Plans prompts, all or none. */
    @Transactional
    public Mono<Void> plan(
            Caller caller, CommunityId community, List<PublishPostRequest> posts, Set<UUID> acknowledged) {
        return requireHost(caller, community)
                .thenMany(Flux.fromIterable(posts))
                .concatMap(post -> scheduling.schedule(caller.id(), post, acknowledged))
                .collectList()
                .flatMap(ids -> prompts.plan(community, ids));
    }

    /** Halts the plan: nothing of it is posted until it goes on. */
    Mono<Void> pause(Caller caller, CommunityId community) {
        return requireHost(caller, community).then(Mono.defer(() -> prompts.pause(community)));
    }

    /** Goes on with the plan, as many weeks later as it needs so that nothing was missed. */
    Mono<Void> resume(Caller caller, CommunityId community) {
        return requireHost(caller, community).then(Mono.defer(() -> prompts.resume(community)));
    }

    private Mono<Void> requireHost(Caller caller, CommunityId community) {
        return prompts.role(community, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(role -> {
                    if (!HOSTS.contains(role)) {
                        throw new Forbidden("forbidden");
                    }
                })
                .then();
    }
}
