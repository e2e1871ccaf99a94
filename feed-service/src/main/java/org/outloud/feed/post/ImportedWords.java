package org.outloud.feed.post;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and renders what history says, by the same rules as what is written today; mentions stay text. */
@Component
public class ImportedWords {

    /** The kinds that a line may have. */
    public static final List<String> KINDS = Kind.postableWords();

    /** Words as written and as HTML, and the tags in them. */
    public record Read(
            @Nullable String body,
            @Nullable String bodyHtml,
            @Nullable String doing,
            @Nullable String doingHtml,
            @Nullable String learned,
            @Nullable String learnedHtml,
            @Nullable String need,
            @Nullable String needHtml,
            List<String> tags) {}

    /** Reads one post or, with kind {@code comment}, one comment; refuses what may not be published either. */
    public Read read(
            String kind,
            @Nullable String body,
            @Nullable String doing,
            @Nullable String learned,
            @Nullable String need) {
        Words words = Words.of(body, doing, learned, need);
        Post.require(Kind.postable(kind).orElse(Kind.COMMENT), words);
        Rendering rendering = RenderingPosts.rendering(words, Map.of());
        Rendered html = rendering.rendered();
        return new Read(
                words.body(),
                html.body(),
                words.doing(),
                html.doing(),
                words.learned(),
                html.learned(),
                words.need(),
                html.need(),
                rendering.tags());
    }
}
