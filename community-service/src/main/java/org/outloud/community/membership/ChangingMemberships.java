package org.outloud.community.membership;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.outloud.community.person.People;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.Event;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Invalid;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The one way in which memberships change: the community is held, somebody goes on answering for it, its size is
 * counted again, and the event stands in the outbox. Joins the caller's transaction.
 */
@Component
public class ChangingMemberships {

    private final Memberships memberships;
    private final People people;
    private final Outbox outbox;

    ChangingMemberships(Memberships memberships, People people, Outbox outbox) {
        this.memberships = memberships;
        this.people = people;
        this.outbox = outbox;
    }

    /** How the caller stands to a community, which is held from then on, as are the people; absent to outsiders. */
    Mono<Standing> begin(CommunityId community, PersonId caller, Collection<PersonId> affected) {
        return people.hold(affected)
                .then(memberships.hold(List.of(community)))
                .then(Mono.defer(() -> memberships.standing(community, caller)))
                .switchIfEmpty(Mono.error(Absent::new));
    }

    /** One step of one person. */
    Mono<Membership> change(Membership before, Membership after) {
        if (before.equals(after)) {
            return Mono.just(after);
        }
        return guardStewardship(before, after)
                .then(Mono.defer(() -> keep(after.community(), List.of(before), List.of(after))))
                .thenReturn(after);
    }

    private Mono<Void> guardStewardship(Membership before, Membership after) {
        if (!before.stepsDownTo(after)) {
            return Mono.empty();
        }
        return memberships
                .stewardStays(before.community(), before.person())
                .flatMap(stays -> stays ? Mono.empty() : Mono.error(() -> new Conflicting("last-steward")));
    }

    /** Somebody's founding makes them the first steward of a community that nobody else knows yet. */
    public Mono<Void> found(CommunityId community, PersonId founder, Instant at) {
        Membership none = Membership.none(community, founder);
        return keep(community, List.of(none), List.of(none.taking(Role.STEWARD, at)));
    }

    /** The door was opened: whoever waits outside is in. The community is held. */
    public Mono<Void> admitAsking(CommunityId community, Instant at) {
        return memberships
                .asking(community)
                .flatMap(asking -> keep(
                        community,
                        asking,
                        asking.stream()
                                .map(ask -> ask.taking(Objects.requireNonNull(ask.askedRole()), at))
                                .toList()));
    }

    /** The community vanished from outsiders' sight: what they asked is void. The community is held. */
    public Mono<Void> dropAsking(CommunityId community) {
        return memberships
                .asking(community)
                .flatMap(asking -> memberships.save(
                        asking.stream().map(Membership::unasking).toList()));
    }

    /**
     * Hands the stewardship to exactly these people; who had it stays a member.
     *
     * @param field what to name when one of them does not work here
     */
    public Mono<Void> handOver(CommunityId community, List<PersonId> stewards, String field) {
        if (stewards.isEmpty()) {
            return Mono.error(new Conflicting("last-steward"));
        }
        Instant now = now();
        return people.hold(stewards)
                .then(memberships.hold(List.of(community)))
                .then(Mono.defer(() -> people.active(stewards)))
                .filter(active -> active.containsAll(stewards))
                .switchIfEmpty(
                        Mono.error(() -> Invalid.field(field, "unknown-value", "One of them does not work here.")))
                .then(Mono.defer(
                        () -> Mono.zip(memberships.stewards(community), memberships.find(community, stewards))))
                .flatMap(found -> {
                    Map<PersonId, Membership> before = new LinkedHashMap<>();
                    stewards.forEach(person ->
                            before.put(person, found.getT2().getOrDefault(person, Membership.none(community, person))));
                    found.getT1().forEach(steward -> before.put(steward.person(), steward));
                    List<Membership> after = before.values().stream()
                            .map(m -> m.taking(stewards.contains(m.person()) ? Role.STEWARD : Role.MEMBER, now))
                            .toList();
                    return keep(community, List.copyOf(before.values()), after);
                });
    }

    /**
     * Two communities become one: whoever takes part in the first is in the second, in the higher of the two roles. Who waits
     * before the first comes in through an open door, waits before a closed one, and never learns of a secret one. Both are
     * held.
     */
    public Mono<Void> merge(CommunityId from, CommunityId into, Visibility door) {
        Instant at = now();
        return memberships
                .bringAll(from, into, door == Visibility.OPEN, at)
                .flatMap(brought -> memberships
                        .recount(List.of(into))
                        .then(outbox.append(
                                brought.stream().map(m -> m.toEvent(at)).toList())))
                .then(door == Visibility.CLOSED ? memberships.bringAsks(from, into) : Mono.empty())
                .then(dropAsking(from));
    }

    /**
     * Takes people of one community along into a new one; both are held.
     *
     * @param field what to name when one of them takes no part in the first
     */
    public Mono<Void> takeAlong(
            CommunityId from, CommunityId into, Set<PersonId> chosen, PersonId caller, String field) {
        Set<PersonId> others = new LinkedHashSet<>(chosen);
        others.remove(caller);
        if (others.isEmpty()) {
            return Mono.empty();
        }
        Instant at = now();
        return people.hold(others)
                .then(Mono.defer(() -> memberships.takeAlong(from, into, others, caller, at)))
                .filter(came -> came.size() == others.size())
                .switchIfEmpty(Mono.error(
                        () -> Invalid.field(field, "unknown-value", "One of them takes no part in this community.")))
                .flatMap(came -> memberships
                        .recount(List.of(into))
                        .then(outbox.append(
                                came.stream().map(m -> m.toEvent(at)).toList())));
    }

    /** Rules move people: whoever came in or went is told of as if it were by hand. */
    public Mono<Void> moveByRule(List<RuledMove> moves) {
        if (moves.isEmpty()) {
            return Mono.empty();
        }
        Instant at = now();
        List<CommunityId> communities =
                moves.stream().map(RuledMove::community).distinct().toList();
        return memberships
                .hold(communities)
                .then(Mono.defer(() -> memberships.moveByRule(moves, at)))
                .flatMap(moved -> memberships
                        .recount(communities)
                        .then(outbox.append(
                                moved.stream().map(m -> m.toEvent(at)).toList())));
    }

    /** An erased person takes part in nothing, asks for nothing, and no topic says that it was ever otherwise. */
    public Mono<Void> forget(PersonId person) {
        return people.hold(List.of(person))
                .then(Mono.defer(() -> memberships.of(person)))
                .flatMap(all -> {
                    List<CommunityId> communities =
                            all.stream().map(Membership::community).toList();
                    Instant at = now();
                    List<MembershipChanged> ended =
                            all.stream().map(m -> m.leaving().toEvent(at)).toList();
                    return memberships
                            .hold(communities)
                            .then(memberships.forget(person))
                            .then(memberships.recount(communities))
                            .then(outbox.append(ended))
                            .then(outbox.forget(
                                    MembershipChanged.class,
                                    ended.stream().map(Event::key).toList()));
                });
    }

    private Mono<Void> keep(CommunityId community, List<Membership> before, List<Membership> after) {
        Instant at = now();
        List<MembershipChanged> events = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            if (after.get(i).version() != before.get(i).version()) {
                events.add(after.get(i).toEvent(at));
            }
        }
        List<PersonId> present = after.stream()
                .filter(m -> m.role() != null)
                .map(Membership::person)
                .toList();
        return memberships
                .save(after)
                .then(memberships.settleInvitations(community, present))
                .then(memberships.recount(List.of(community)))
                .then(outbox.append(events));
    }

    /** The present, as finely as the database keeps it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
