package org.outloud.feed.tag;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tags over HTTP, for completion while typing. */
@RestController
class TagController {

    private static final int LONGEST = 64;

    private final Tags tags;

    TagController(Tags tags) {
        this.tags = tags;
    }

    @GetMapping("/api/v1/tags")
    Mono<TagList> list(
            Caller caller,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (prefix.length() > LONGEST || prefix.indexOf('\0') >= 0) {
            throw Invalid.field("prefix", "too-long", "A tag has at most " + LONGEST + " characters.");
        }
        String normalised = Normalizer.normalize(prefix, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return tags.beginningWith(caller.id(), normalised, Limit.of(limit)).map(TagList::new);
    }

    /** The most used first. */
    record TagList(List<Tags.TagCount> items) {}
}
