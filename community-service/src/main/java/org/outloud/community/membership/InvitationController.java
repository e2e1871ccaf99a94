package org.outloud.community.membership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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

/** Invitations over HTTP. */
@RestController
@RequestMapping("/api/v1")
class InvitationController {

    /**
     * How somebody is asked in.
     *
     * @param role member unless said otherwise
     * @param note why, in the inviter's words
     */
    record Invite(
            @Nullable Role role, @Nullable @Size(max = 500) String note) {

        Role wanted() {
            if (role != null && role.covers(Role.FACILITATOR)) {
                throw Invalid.field("role", "unknown-value", "One is asked in as member or follower.");
            }
            return role == null ? Role.MEMBER : role;
        }

        @Nullable
        String words() {
            return note == null || note.isBlank() ? null : note.strip();
        }
    }

    private final InvitingPeople inviting;
    private final Invitations invitations;
    private final Memberships memberships;

    InvitationController(InvitingPeople inviting, Invitations invitations, Memberships memberships) {
        this.inviting = inviting;
        this.invitations = invitations;
        this.memberships = memberships;
    }

    @GetMapping("/invitations")
    Mono<ResponseEntity<Page<Invitations.Received>>> received(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        int most = Limit.of(limit);
        return invitations
                .to(caller.id(), Cursor.at(cursor), most + 1)
                .map(read -> Page.of(read, most, Invitations.Received::place).answer(exchange));
    }

    @GetMapping("/communities/{id}/invitations")
    Mono<ResponseEntity<Page<Invitations.Sent>>> sent(
            Caller caller,
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        int most = Limit.of(limit);
        Cursor.At before = Cursor.at(cursor);
        return memberships
                .standing(id, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(MembershipPolicy::maySeeInvitations)
                .flatMap(standing -> invitations.of(id, caller.id(), before, most + 1))
                .map(read -> Page.of(read, most, Invitations.Sent::place).answer(exchange));
    }

    @PutMapping("/communities/{id}/invitations/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> invite(
            Caller caller,
            @PathVariable CommunityId id,
            @PathVariable PersonId personId,
            @Valid @RequestBody(required = false) @Nullable Invite invite) {
        Invite asked = invite == null ? new Invite(null, null) : invite;
        return inviting.invite(id, caller.id(), personId, asked.wanted(), asked.words());
    }

    @DeleteMapping("/communities/{id}/invitations/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(Caller caller, @PathVariable CommunityId id, @PathVariable PersonId personId) {
        return inviting.end(id, caller.id(), personId);
    }
}
