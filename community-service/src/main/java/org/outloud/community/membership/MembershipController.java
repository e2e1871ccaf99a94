package org.outloud.community.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Taking part over HTTP. */
@RestController
@RequestMapping("/api/v1/communities/{id}")
class MembershipController {

    record Join(@Nullable Role role) {

        Role wanted() {
            if (role == null) {
                return Role.MEMBER;
            }
            if (role.covers(Role.FACILITATOR)) {
                throw Invalid.field("role", "unknown-value", "One joins as member or follower.");
            }
            return role;
        }
    }

    record Give(@NotNull Role role) {}

    /** What the caller is now; {@code since} only with a role, {@code asked} only while waiting. */
    record Own(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Role role,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant since,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean asked) {

        static Own of(Membership membership) {
            return new Own(membership.role(), membership.since(), membership.asked() ? true : null);
        }
    }

    private final JoiningCommunities joining;
    private final GivingRoles giving;
    private final Memberships memberships;
    private final Members members;
    private final Reasons reasons;

    MembershipController(
            JoiningCommunities joining, GivingRoles giving, Memberships memberships, Members members, Reasons reasons) {
        this.joining = joining;
        this.giving = giving;
        this.memberships = memberships;
        this.members = members;
        this.reasons = reasons;
    }

    @PutMapping("/membership")
    Mono<ResponseEntity<Own>> join(
            Caller caller, @PathVariable CommunityId id, @RequestBody(required = false) @Nullable Join join) {
        Role wanted = join == null ? Role.MEMBER : join.wanted();
        return joining.join(id, caller.id(), wanted)
                .map(membership -> ResponseEntity.status(membership.asked() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                        .body(Own.of(membership)));
    }

    @DeleteMapping("/membership")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> leave(Caller caller, @PathVariable CommunityId id) {
        return joining.leave(id, caller.id()).then();
    }

    @GetMapping("/members")
    Mono<ResponseEntity<Page<Members.Member>>> members(
            Caller caller,
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        int most = Limit.of(limit);
        Cursor.Named after = Cursor.named(cursor);
        return standing(caller, id)
                .doOnNext(MembershipPolicy::maySeeMembers)
                .flatMap(standing -> members.page(id, caller.id(), after, most + 1)
                        .flatMap(read -> explained(standing, caller, read)))
                .map(read -> Page.of(read, most, Members.Member::place).answer(exchange));
    }

    @GetMapping("/asks")
    Mono<ResponseEntity<Page<Members.Ask>>> asks(
            Caller caller,
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        int most = Limit.of(limit);
        Cursor.At after = Cursor.at(cursor);
        return standing(caller, id)
                .doOnNext(MembershipPolicy::maySeeAsks)
                .flatMap(standing -> members.asks(id, caller.id(), after, most + 1))
                .map(read -> Page.of(read, most, Members.Ask::place).answer(exchange));
    }

    @PutMapping("/members/{personId}")
    Mono<Members.Member> give(
            Caller caller,
            @PathVariable CommunityId id,
            @PathVariable PersonId personId,
            @Valid @RequestBody Give give) {
        return giving.give(id, caller.id(), personId, give.role())
                .then(Mono.defer(() -> members.find(id, personId, caller.id())));
    }

    @DeleteMapping("/members/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Caller caller, @PathVariable CommunityId id, @PathVariable PersonId personId) {
        return giving.remove(id, caller.id(), personId).then();
    }

    private Mono<List<Members.Member>> explained(Standing standing, Caller caller, List<Members.Member> page) {
        List<PersonId> ruled = page.stream()
                .filter(Members.Member::ruled)
                .map(member -> member.person().id())
                .toList();
        return reasons.of(standing, caller, ruled)
                .map(known -> page.stream()
                        .map(member ->
                                member.explained(known.get(member.person().id())))
                        .toList());
    }

    private Mono<Standing> standing(Caller caller, CommunityId id) {
        return memberships.standing(id, caller.id()).switchIfEmpty(Mono.error(Absent::new));
    }
}
