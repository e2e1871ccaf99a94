package org.outloud.profile.suggestion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** People to follow, over HTTP. */
@RestController
class SuggestionController {

    private final Suggestions suggestions;

    SuggestionController(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @GetMapping("/api/v1/people/suggestions")
    Mono<Suggested> suggest(Caller caller, @RequestParam(required = false) @Nullable Integer limit) {
        return suggestions.of(caller.id(), Limit.of(limit)).collectList().map(Suggested::new);
    }

    record Suggested(List<Suggestion> items) {}
}
