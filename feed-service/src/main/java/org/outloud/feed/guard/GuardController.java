package org.outloud.feed.guard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Patterns of the guard over HTTP, for administrators. */
@RestController
@RequestMapping("/api/v1/moderation/patterns")
class GuardController {

    private static final String ADMIN = "admin";

    private final GuardPatterns patterns;

    GuardController(GuardPatterns patterns) {
        this.patterns = patterns;
    }

    @GetMapping
    Mono<PatternList> list(Caller caller) {
        caller.require(ADMIN);
        return patterns.all().map(PatternList::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<GuardPattern> add(Caller caller, @RequestBody @Valid PatternRequest request) {
        caller.require(ADMIN);
        GuardPattern pattern = request.toPattern();
        if (Expression.read(pattern.expression()).in(pattern.sample()).isEmpty()) {
            throw Invalid.field("sample", "not-found", "The pattern finds nothing in this text.");
        }
        return patterns.add(pattern)
                .filter(kept -> kept)
                .switchIfEmpty(Mono.error(() -> new Conflicting("too-many-patterns", GuardPatterns.MOST)))
                .thenReturn(pattern);
    }

    @PostMapping("/try")
    FoundList tryOut(Caller caller, @RequestBody @Valid TryRequest request) {
        caller.require(ADMIN);
        return new FoundList(Expression.read(request.expression()).in(request.sample()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Caller caller, @PathVariable UUID id) {
        caller.require(ADMIN);
        return patterns.remove(id);
    }

    /** By name. */
    record PatternList(List<GuardPattern> items) {}

    /** Where something was found, the first few. */
    record FoundList(List<Expression.Found> found) {}

    /** What to search, and in which text. */
    record TryRequest(
            @NotNull @Size(min = 1, max = 500) String expression,
            @NotNull @Size(max = 2_000) String sample) {}

    /** A pattern as an administrator writes it. */
    record PatternRequest(
            @NotBlank @Size(max = 80) String name,
            @NotNull @Size(min = 1, max = 500) String expression,
            @NotBlank String effect,
            @NotBlank @Size(max = 300) String advice,
            @NotBlank @Size(max = 2_000) String sample) {

        GuardPattern toPattern() {
            Effect known = Effect.of(effect)
                    .orElseThrow(() -> Invalid.field("effect", "unknown-value", "One of warn, block."));
            return new GuardPattern(
                    UUID.randomUUID(),
                    name.strip(),
                    expression,
                    known,
                    advice.strip(),
                    sample,
                    Instant.now().truncatedTo(ChronoUnit.MICROS));
        }
    }
}
