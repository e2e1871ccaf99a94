package org.outloud.feed.history;

import java.util.List;
import java.util.Map;
import org.outloud.platform.imports.ImportFormat;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineOutcome;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code POST /api/v1/imports/posts}: posts first, then the comments on them, then thanks and accepted answers. */
@Component
class PostHistory implements ImportFormat {

    private static final int POSTS = 0;
    private static final int COMMENTS = 1;
    private static final int REACTIONS = 2;

    private final ImportingPosts posts;
    private final ImportingReactions reactions;
    private final ImportingAnswers answers;

    PostHistory(ImportingPosts posts, ImportingReactions reactions, ImportingAnswers answers) {
        this.posts = posts;
        this.reactions = reactions;
        this.answers = answers;
    }

    @Override
    public String kind() {
        return "posts";
    }

    @Override
    public Map<String, Integer> phases() {
        return Map.of("post", POSTS, "comment", COMMENTS, "reaction", REACTIONS, "answer", 3);
    }

    @Override
    public Mono<List<LineOutcome>> apply(int phase, List<ImportLine> lines) {
        return switch (phase) {
            case POSTS -> posts.posts(lines);
            case COMMENTS -> posts.comments(lines);
            case REACTIONS -> reactions.apply(lines);
            default -> answers.apply(lines);
        };
    }
}
