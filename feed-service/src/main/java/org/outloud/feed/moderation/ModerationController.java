package org.outloud.feed.moderation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Cases over HTTP: for moderators, for the authors of what is hidden, and their record for administrators. */
@RestController
@RequestMapping("/api/v1/moderation")
class ModerationController {

    private static final String MODERATOR = "moderator";
    private static final String ADMIN = "admin";

    private final Moderating moderating;
    private final CaseLists lists;

    ModerationController(Moderating moderating, CaseLists lists) {
        this.moderating = moderating;
        this.lists = lists;
    }

    @GetMapping("/cases")
    Mono<ResponseEntity<Page<Line>>> cases(
            Caller caller,
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        caller.require(MODERATOR);
        int most = Limit.of(limit);
        Cursor.At from = Cursor.at(cursor);
        return switch (state) {
            case "waiting" -> page(lists.waiting(from, most + 1), most, exchange);
            case "decided" -> page(lists.decided(from, most + 1), most, exchange);
            default -> throw Invalid.field("state", "unknown-value", "One of waiting, decided.");
        };
    }

    @PostMapping("/cases/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> decide(Caller caller, @PathVariable UUID id, @RequestBody @Valid DecisionRequest request) {
        caller.require(MODERATOR);
        Decision decision = Decision.of(request.decision());
        String note = Texts.stripped(request.note());
        if (decision == Decision.HIDE && note == null) {
            throw Invalid.field("note", "required", "Say to the author why it is hidden.");
        }
        return moderating.decide(caller.id(), id, decision, note);
    }

    @PostMapping("/cases/{id}/appeal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> appeal(Caller caller, @PathVariable UUID id, @RequestBody @Valid AppealRequest request) {
        return moderating.appeal(caller.id(), id, request.text().strip());
    }

    @GetMapping("/hidden")
    Mono<ResponseEntity<Page<Line>>> hidden(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        int most = Limit.of(limit);
        return page(lists.hiddenOf(caller.id(), Cursor.at(cursor), most + 1), most, exchange);
    }

    @GetMapping("/audit")
    Mono<ResponseEntity<Page<Line>>> audit(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        caller.require(ADMIN);
        int most = Limit.of(limit);
        return page(lists.audit(Cursor.at(cursor), most + 1), most, exchange);
    }

    private static Mono<ResponseEntity<Page<Line>>> page(Mono<List<Line>> read, int most, ServerWebExchange exchange) {
        return read.map(lines -> Page.of(lines, most, Line::place)).map(page -> page.answer(exchange));
    }

    /**
     * What is to happen.
     *
     * @param note what the author is told
     */
    record DecisionRequest(
            @NotNull String decision,
            @Nullable @Size(max = 1_000) String note) {}

    /** What the author says to it. */
    record AppealRequest(@NotBlank @Size(max = 2_000) String text) {}
}
