package org.outloud.feed.post;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.feed.guard.Guard;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Saying it better: an author's other words for a post or comment, with the old ones kept in its history. */
@Service
class EditingPosts {

    private final Editions editions;
    private final Posts posts;
    private final RenderingPosts rendering;
    private final Guard guard;
    private final Outbox outbox;
    private final Concerning concerning;

    EditingPosts(
            Editions editions,
            Posts posts,
            RenderingPosts rendering,
            Guard guard,
            Outbox outbox,
            Concerning concerning) {
        this.editions = editions;
        this.posts = posts;
        this.rendering = rendering;
        this.guard = guard;
        this.outbox = outbox;
        this.concerning = concerning;
    }

    /**
     * Applies an edit to the version that was read, or refuses it. Words that are the same change nothing.
     *
     * @param acknowledged patterns of the guard that found something harmless, as the author says
     */
    @Transactional
    public Mono<Void> edit(Caller caller, PostId id, IfMatch ifMatch, ObjectNode edit, Set<UUID> acknowledged) {
        return editions.hold(id, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(said -> {
                    PostPolicy.mayEdit(caller, new PersonId(said.author()));
                    ifMatch.require(said.version());
                    Words words = WordsEdit.apply(said.words(), edit);
                    if (words.equals(said.words())) {
                        return Mono.empty();
                    }
                    Post.require(Kind.postable(said.kind()).orElse(Kind.COMMENT), words);
                    return guard.check(changed(said.words(), words), acknowledged)
                            .then(Mono.defer(() -> rendering.render(words, caller.id())))
                            .flatMap(rendered -> keep(said, words, rendered));
                });
    }

    /** The fields that say something else than before. */
    private static Map<String, String> changed(Words before, Words after) {
        Map<String, String> fields = after.byField();
        fields.entrySet().removeAll(before.byField().entrySet());
        return fields;
    }

    private Mono<Void> keep(Said before, Words words, Rendering rendering) {
        List<UUID> mentions = rendering.mentions().stream().map(PersonId::value).toList();
        Said after = before.reworded(words, rendering.tags(), mentions);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant at = now.isAfter(before.writtenAt()) ? now : before.writtenAt().plus(1, ChronoUnit.MICROS);
        return editions.rewrite(before, after, rendering, at)
                .flatMap(version -> posts.wanted(rendering.link()).thenReturn(version))
                .flatMap(version -> admit(after).thenReturn(version))
                .flatMap(version -> outbox.append(after.toldAgain(version)))
                .then(Mono.defer(() -> concerning.named(
                        new PostId(after.id()),
                        mentions.stream()
                                .filter(person -> !before.mentions().contains(person))
                                .toList())));
    }

    /** Whom the thread's author mentions may read it, as at its publication; whoever was let in once stays in. */
    private Mono<Void> admit(Said said) {
        boolean lets = said.audience().equals("people") && said.author().equals(said.rootAuthor());
        return lets ? posts.admit(new PostId(said.root()), said.mentions()) : Mono.empty();
    }
}
