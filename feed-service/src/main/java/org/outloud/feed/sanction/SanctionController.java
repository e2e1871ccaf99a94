package org.outloud.feed.sanction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.feed.moderation.Line;
import org.outloud.feed.moderation.Texts;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Warnings and suspensions over HTTP: for moderators, and for those whom they are about. */
@RestController
@RequestMapping("/api/v1/moderation/sanctions")
class SanctionController {

    private static final String MODERATOR = "moderator";
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Sanctioning sanctioning;
    private final Sanctions sanctions;

    SanctionController(Sanctioning sanctioning, Sanctions sanctions) {
        this.sanctioning = sanctioning;
        this.sanctions = sanctions;
    }

    @GetMapping
    Mono<ResponseEntity<Page<Line>>> list(
            Caller caller,
            @RequestParam(defaultValue = "all") String state,
            @RequestParam(required = false) @Nullable PersonId personId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        caller.require(MODERATOR);
        int most = Limit.of(limit);
        Cursor.At from = Cursor.at(cursor);
        return switch (state) {
            case "all" -> page(sanctions.all(personId, from, most + 1), most, exchange);
            case "waiting" -> page(sanctions.waiting(from, most + 1), most, exchange);
            default -> throw Invalid.field("state", "unknown-value", "One of all, waiting.");
        };
    }

    @PostMapping
    Mono<ResponseEntity<Imposed>> impose(Caller caller, @RequestBody @Valid ImposeRequest request) {
        caller.require(MODERATOR);
        Sanction.Kind kind = switch (request.kind()) {
            case "warning" -> Sanction.Kind.WARNING;
            case "suspension" -> Sanction.Kind.SUSPENSION;
            default -> throw Invalid.field("kind", "unknown-value", "One of warning, suspension.");
        };
        Sanction sanction = new Sanction(
                UUID.randomUUID(), request.personId(), caller.id(), kind, "standing", end(kind, request.until()));
        return sanctioning
                .impose(sanction, request.note().strip(), request.caseId())
                .map(id -> ResponseEntity.created(URI.create("/api/v1/moderation/sanctions/" + id))
                        .body(new Imposed(id)));
    }

    @GetMapping("/mine")
    Mono<ResponseEntity<Page<Line>>> mine(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        int most = Limit.of(limit);
        return page(sanctions.of(caller.id(), Cursor.at(cursor), most + 1), most, exchange);
    }

    @PostMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> decide(Caller caller, @PathVariable UUID id, @RequestBody @Valid DecisionRequest request) {
        caller.require(MODERATOR);
        boolean lift = switch (request.decision()) {
            case "lift" -> true;
            case "uphold" -> false;
            default -> throw Invalid.field("decision", "unknown-value", "One of lift, uphold.");
        };
        return sanctioning.decide(caller.id(), id, lift, Texts.stripped(request.note()));
    }

    @PostMapping("/{id}/appeal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> appeal(Caller caller, @PathVariable UUID id, @RequestBody @Valid AppealRequest request) {
        return sanctioning.appeal(caller.id(), id, request.text().strip());
    }

    private static @Nullable Instant end(Sanction.Kind kind, @Nullable Instant until) {
        if (until == null) {
            return null;
        }
        if (kind == Sanction.Kind.WARNING) {
            throw Invalid.field("until", "not-for-warnings", "A warning has no end.");
        }
        Instant now = Instant.now();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw Invalid.field("until", "out-of-range", "Choose a moment within a year, or none.");
        }
        return until.truncatedTo(ChronoUnit.MICROS);
    }

    private static Mono<ResponseEntity<Page<Line>>> page(Mono<List<Line>> read, int most, ServerWebExchange exchange) {
        return read.map(lines -> Page.of(lines, most, Line::place)).map(page -> page.answer(exchange));
    }

    /**
     * Who is warned or suspended.
     *
     * @param note what the person is told
     * @param until when a suspension ends by itself; open-ended without
     * @param caseId what it is about, if it is about one post
     */
    record ImposeRequest(
            @NotNull PersonId personId,
            @NotNull String kind,
            @NotBlank @Size(max = 1_000) String note,
            @Nullable Instant until,
            @Nullable UUID caseId) {}

    /** What was made. */
    record Imposed(UUID id) {}

    /** What is to happen, and what the person is told. */
    record DecisionRequest(
            @NotNull String decision,
            @Nullable @Size(max = 1_000) String note) {}

    /** What the person says to it. */
    record AppealRequest(@NotBlank @Size(max = 2_000) String text) {}
}
