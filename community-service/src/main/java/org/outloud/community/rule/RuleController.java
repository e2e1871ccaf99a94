package org.outloud.community.rule;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sql.QueryText;
import org.outloud.contracts.CommunityId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Membership by rule over HTTP. */
@RestController
@RequestMapping("/api/v1/communities/{id}/rules")
class RuleController {

    record Choices(List<Choice> items) {}

    private final KeepingRules keeping;

    RuleController(KeepingRules keeping) {
        this.keeping = keeping;
    }

    @GetMapping
    Mono<ResponseEntity<RuleView>> find(Caller caller, @PathVariable CommunityId id) {
        return keeping.find(caller, id)
                .map(rule ->
                        ResponseEntity.ok().eTag(IfMatch.tag(rule.version())).body(rule));
    }

    @PutMapping
    Mono<ResponseEntity<RuleView>> set(
            Caller caller,
            @PathVariable CommunityId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Rule rule) {
        return keeping.set(caller, id, new IfMatch(ifMatch), rule).then(Mono.defer(() -> find(caller, id)));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            Caller caller,
            @PathVariable CommunityId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam(defaultValue = "false") boolean stay) {
        return keeping.remove(caller, id, new IfMatch(ifMatch), stay);
    }

    @PostMapping("/preview")
    Mono<Preview> preview(Caller caller, @PathVariable CommunityId id, @Valid @RequestBody Rule rule) {
        return keeping.preview(caller, id, rule);
    }

    @GetMapping("/choices")
    Mono<Choices> choices(
            Caller caller,
            @PathVariable CommunityId id,
            @RequestParam String attribute,
            @RequestParam(defaultValue = "") String q) {
        return keeping.choices(caller, id, Attribute.of(attribute), QueryText.exact("q", q.strip()))
                .map(Choices::new);
    }
}
