package org.outloud.profile.expert;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who can help, over HTTP. */
@RestController
class ExpertController {

    private final FindingExperts finding;

    ExpertController(FindingExperts finding) {
        this.finding = finding;
    }

    @GetMapping("/api/v1/experts")
    Mono<Found> experts(
            Caller caller,
            Locale locale,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable Integer limit) {
        return finding.find(Topic.of(topic), caller.id(), Limit.of(limit), locale)
                .map(Found::new);
    }

    record Found(List<Expert> items) {}
}
