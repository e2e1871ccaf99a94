package org.outloud.feed.post;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.feed.person.People;
import org.outloud.platform.markdown.Markdown;
import org.outloud.platform.problem.Invalid;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Renders what a post says once, when it is written, so that reading it costs nothing. */
@Component
class RenderingPosts {

    private static final int MOST_MENTIONS = 50;
    private static final int MOST_TAGS = 30;

    private final People people;

    RenderingPosts(People people) {
        this.people = people;
    }

    /** Renders what an author says; whom the author may not meet is mentioned as little as somebody who never was. */
    Mono<Rendering> render(Words words, PersonId author) {
        Set<String> mentioned = mentionedIn(words);
        if (mentioned.isEmpty()) {
            return Mono.fromCallable(() -> rendering(words, Map.of()));
        }
        return people.byUserName(mentioned, author).map(known -> rendering(words, known));
    }

    static Set<String> mentionedIn(Words words) {
        Set<String> mentioned = new LinkedHashSet<>();
        parts(words).forEach(part -> mentioned.addAll(Markdown.mentionedIn(part)));
        if (mentioned.size() > MOST_MENTIONS) {
            throw Invalid.field("body", "too-many-mentions", "A post mentions at most " + MOST_MENTIONS + " people.");
        }
        return mentioned;
    }

    static Rendering rendering(Words words, Map<String, PersonId> people) {
        Set<String> tags = new LinkedHashSet<>();
        Rendered rendered = new Rendered(
                html(words.body(), people, tags),
                html(words.doing(), people, tags),
                html(words.learned(), people, tags),
                html(words.need(), people, tags));
        if (tags.size() > MOST_TAGS) {
            throw Invalid.field("body", "too-many-tags", "A post has at most " + MOST_TAGS + " tags.");
        }
        Set<PersonId> mentions = new LinkedHashSet<>();
        mentionedIn(words).stream().map(people::get).filter(Objects::nonNull).forEach(mentions::add);
        String link = parts(words)
                .map(Markdown::linkIn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Rendering(rendered, List.copyOf(tags), List.copyOf(mentions), link);
    }

    private static @Nullable String html(@Nullable String part, Map<String, PersonId> people, Set<String> tags) {
        return part == null ? null : Markdown.render(part, people, tags);
    }

    private static Stream<String> parts(Words words) {
        return Stream.of(words.body(), words.doing(), words.learned(), words.need())
                .filter(Objects::nonNull);
    }
}
