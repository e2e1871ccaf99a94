package org.outloud.feed.post;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.PostPublished;
import org.outloud.platform.problem.Invalid;

/**
 * A post or a comment at the moment of its publication, and the rules it obeys.
 *
 * @param conversation where it stands: its own thread, or the one it replies in
 * @param tags in lower case, in order of appearance
 * @param shared the post or comment that it passes on
 * @param link the first page elsewhere that it leads to
 */
record Post(
        PostId id,
        Kind kind,
        PersonId author,
        Conversation conversation,
        Words words,
        Rendered rendered,
        List<String> tags,
        List<PersonId> mentions,
        @Nullable PostId shared,
        @Nullable String link,
        Instant createdAt) {

    /** A post of one's own, which opens a thread. */
    static Post published(PersonId author, Kind kind, Words words, Audience audience, Rendering rendering) {
        return opening(author, kind, words, audience, rendering, null);
    }

    /** A post that passes another one on, with or without own words. */
    static Post sharing(PostId shared, PersonId author, Words words, Audience audience, Rendering rendering) {
        return opening(author, Kind.PLAIN, words, audience, rendering, shared);
    }

    private static Post opening(
            PersonId author, Kind kind, Words words, Audience audience, Rendering rendering, @Nullable PostId shared) {
        PostId id = PostId.next();
        return of(id, kind, author, Conversation.openedBy(id, author, audience), words, rendering, shared);
    }

    /** A comment on a post, or on another comment of its thread. */
    static Post comment(
            PersonId author, PostId inReplyTo, Conversation conversation, String body, Rendering rendering) {
        Words words = Words.of(body, null, null, null);
        require(Kind.COMMENT, words);
        return of(PostId.next(), Kind.COMMENT, author, conversation.inReplyTo(inReplyTo), words, rendering, null);
    }

    private static Post of(
            PostId id,
            Kind kind,
            PersonId author,
            Conversation conversation,
            Words words,
            Rendering rendering,
            @Nullable PostId shared) {
        return new Post(
                id,
                kind,
                author,
                conversation,
                words,
                rendering.rendered(),
                rendering.tags(),
                rendering.mentions(),
                shared,
                rendering.link(),
                now());
    }

    /** Prompts guide but never block: one line anywhere is a post. */
    static void require(Kind kind, Words words) {
        if (kind == Kind.WORKING_OUT_LOUD) {
            if (words.isEmpty()) {
                throw Invalid.field("doing", "required", "Say what you are working on, what you learned or need.");
            }
        } else if (words.body() == null) {
            throw Invalid.field("body", "required", "There is nothing to read yet.");
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    PostPublished toEvent(boolean imported) {
        return new PostPublished(
                id,
                1,
                kind.word(),
                author,
                conversation.root(),
                conversation.inReplyTo(),
                conversation.audience().type(),
                conversation.audience().communityId(),
                conversation.audience().readers().stream().map(PersonId::value).toList(),
                words.body(),
                words.doing(),
                words.learned(),
                words.need(),
                tags,
                mentions.stream().map(PersonId::value).toList(),
                createdAt,
                imported);
    }

    /** People who may read because they are named; only audience {@code people} needs them kept. */
    List<UUID> readersToKeep() {
        if (!(conversation.audience() instanceof Audience.People named)) {
            return List.of();
        }
        boolean byTheAsker = author.equals(conversation.rootAuthor());
        return Stream.concat(
                        conversation.inReplyTo() == null ? named.people().stream() : Stream.empty(),
                        byTheAsker ? mentions.stream() : Stream.empty())
                .map(PersonId::value)
                .distinct()
                .toList();
    }

    /**
     * The thread that a post stands in.
     *
     * @param inReplyTo null for the post that opened it
     */
    record Conversation(
            PostId root,
            PersonId rootAuthor,
            Audience audience,
            @Nullable PostId inReplyTo) {

        static Conversation openedBy(PostId root, PersonId author, Audience audience) {
            return new Conversation(root, author, audience, null);
        }

        Conversation inReplyTo(PostId answered) {
            return new Conversation(root, rootAuthor, audience, answered);
        }
    }
}
