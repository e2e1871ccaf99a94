package org.outloud.profile.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.paging.Limit;
import org.outloud.profile.person.Faults;
import org.outloud.profile.person.Vocabulary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The vocabulary of skills and interests, while somebody types. */
@RestController
class SkillController {

    private static final int LONGEST = 80;

    private final Vocabulary vocabulary;

    SkillController(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @GetMapping("/api/v1/skills")
    Mono<Skills> skills(
            @RequestParam(defaultValue = "") String prefix, @RequestParam(required = false) @Nullable Integer limit) {
        Faults faults = new Faults();
        faults.checkText("prefix", prefix, LONGEST);
        faults.refuse();
        return vocabulary
                .begun(prefix.stripLeading(), Limit.of(limit))
                .map(Named::new)
                .collectList()
                .map(Skills::new);
    }

    record Skills(List<Named> items) {}

    record Named(String name) {}
}
