package org.outloud.community.merge;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.outloud.community.community.EndingCommunities;
import org.outloud.community.community.FoundingCommunities;
import org.outloud.community.membership.ChangingMemberships;
import org.outloud.community.membership.Memberships;
import org.outloud.community.membership.Standing;
import org.outloud.community.membership.Visibility;
import org.outloud.community.merge.Merges.Preview;
import org.outloud.community.rule.EndingRules;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one community of two, or two of one. People and parts move at once, in one transaction; threads follow, carried by the
 * service that keeps them.
 */
@Service
class MergingCommunities {

    private static final Logger LOG = LoggerFactory.getLogger(MergingCommunities.class);

    private final Merges merges;
    private final Memberships memberships;
    private final ChangingMemberships changing;
    private final EndingRules endingRules;
    private final EndingCommunities endingCommunities;
    private final FoundingCommunities founding;
    private final Outbox outbox;

    MergingCommunities(
            Merges merges,
            Memberships memberships,
            ChangingMemberships changing,
            EndingRules endingRules,
            EndingCommunities endingCommunities,
            FoundingCommunities founding,
            Outbox outbox) {
        this.merges = merges;
        this.memberships = memberships;
        this.changing = changing;
        this.endingRules = endingRules;
        this.endingCommunities = endingCommunities;
        this.founding = founding;
        this.outbox = outbox;
    }

    /** What a merge would do, without doing it. */
    Mono<Preview> preview(Caller caller, CommunityId from, CommunityId into) {
        return asked(caller, from, into, (one, other) -> merges.preview(from, into, caller.id()));
    }

    /** Makes the first a part of the second's past: people, parts and threads go on there, and its address leads there. */
    @Transactional
    public Mono<Void> merge(Caller caller, CommunityId from, CommunityId into) {
        Instant at = now();
        return merges.hold(from, into)
                .then(asked(
                        caller,
                        from,
                        into,
                        (one, other) -> endingRules
                                .end(from)
                                .then(Mono.defer(() -> changing.merge(from, into, other.visibility())))
                                .then(Mono.defer(() -> merges.join(from, into)))
                                .then(Mono.defer(() -> endingCommunities.archive(from, at)))
                                .then(Mono.defer(() -> handOver(from, into, null, at)))
                                .thenReturn(one)))
                .doOnSuccess(merged -> LOG.info("Community {} is merged into {} by {}", from, into, caller.id()))
                .then();
    }

    /**
     * Founds a community out of another.
     *
     * @param community the new one, as one is founded; as visible as the old one unless it says otherwise
     * @param tag of the threads that go along; none go without one
     * @param along people who are in both from now on
     * @return the new one
     */
    @Transactional
    public Mono<CommunityId> split(
            Caller caller, CommunityId from, ObjectNode community, @Nullable String tag, Set<PersonId> along) {
        Instant at = now();
        return memberships
                .hold(Set.of(from))
                .then(Mono.defer(() -> memberships.standing(from, caller.id())))
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(MergePolicy::maySplit)
                .doOnNext(standing -> {
                    if (!community.has("visibility")) {
                        community.put("visibility", standing.visibility().word());
                    }
                })
                .flatMap(standing -> founding.found(caller, community)
                        .flatMap(into -> memberships
                                .standing(into, caller.id())
                                .doOnNext(founded -> requireNoWider(standing, founded.visibility(), tag))
                                .then(Mono.defer(() -> changing.takeAlong(from, into, along, caller.id(), "personIds")))
                                .then(Mono.defer(
                                        () -> tag == null ? Mono.<Void>empty() : handOver(from, into, tag, at)))
                                .thenReturn(into)))
                .doOnNext(into -> LOG.info("Community {} is split off {} by {}", into, from, caller.id()));
    }

    private static void requireNoWider(Standing from, Visibility into, @Nullable String tag) {
        if (tag != null) {
            MergePolicy.mayHandOver(from, into);
        }
    }

    private <T> Mono<T> asked(
            Caller caller, CommunityId from, CommunityId into, BiFunction<Standing, Standing, Mono<T>> then) {
        return Mono.defer(() -> {
            if (from.equals(into)) {
                throw Invalid.field("into", "same", "A community is not merged with itself.");
            }
            return Mono.zip(
                            memberships.standing(from, caller.id()).switchIfEmpty(Mono.error(Absent::new)),
                            memberships
                                    .standing(into, caller.id())
                                    .switchIfEmpty(Mono.error(() ->
                                            Invalid.field("into", "unknown-value", "There is no such community."))),
                            merges.agreed(from, into))
                    .doOnNext(asked -> MergePolicy.mayMerge(caller, asked.getT1(), asked.getT2(), asked.getT3()))
                    .flatMap(asked -> then.apply(asked.getT1(), asked.getT2()));
        });
    }

    private Mono<Void> handOver(CommunityId from, CommunityId into, @Nullable String tag, Instant at) {
        return merges.handOver(from, into, tag, at).flatMap(outbox::append);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
