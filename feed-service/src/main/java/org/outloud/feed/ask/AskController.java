package org.outloud.feed.ask;

import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How asking goes here, for everybody who wonders whether to ask. */
@RestController
class AskController {

    private static final int DAYS = 90;
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Mono<AskSummary> summary;

    AskController(Asks asks) {
        this.summary = asks.summary(DAYS).cache(known -> FRESH, failed -> Duration.ZERO, () -> Duration.ZERO);
    }

    @GetMapping("/api/v1/asks/summary")
    Mono<AskSummary> summary() {
        return summary;
    }
}
