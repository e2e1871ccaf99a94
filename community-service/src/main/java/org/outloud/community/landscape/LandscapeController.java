package org.outloud.community.landscape;

import java.util.List;
import org.outloud.community.landscape.Landscape.GapView;
import org.outloud.community.landscape.Landscape.OverlapView;
import org.outloud.community.landscape.LookingAround.Found;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Gaps and overlaps over HTTP. */
@RestController
@RequestMapping("/api/v1/inventory")
class LandscapeController {

    /** Runs, the newest first. */
    record Runs(List<Run> items) {}

    private final LookingAround looking;

    LandscapeController(LookingAround looking) {
        this.looking = looking;
    }

    @GetMapping("/gaps")
    Mono<Found<GapView>> gaps(Caller caller) {
        return looking.gaps(caller);
    }

    @GetMapping("/overlaps")
    Mono<Found<OverlapView>> overlaps(Caller caller) {
        return looking.overlaps(caller);
    }

    @GetMapping("/runs")
    Mono<Runs> runs(Caller caller) {
        return looking.runs(caller).map(Runs::new);
    }

    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Runs> ask(Caller caller) {
        return looking.ask(caller).map(Runs::new);
    }
}
