package org.outloud.feed.post;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.feed.community.Communities;
import org.outloud.feed.guard.Guard;
import org.outloud.feed.pace.Pace;
import org.outloud.feed.person.People;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Invalid;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Publishing: a post, or a comment on one, is kept together with the event that tells of it. */
@Service
public class PublishingPosts implements Replying {

    private final Posts posts;
    private final Communities communities;
    private final People people;
    private final RenderingPosts rendering;
    private final Guard guard;
    private final Outbox outbox;
    private final Concerning concerning;
    private final Pace pace;

    PublishingPosts(
            Posts posts,
            Communities communities,
            People people,
            RenderingPosts rendering,
            Guard guard,
            Outbox outbox,
            Concerning concerning,
            Pace pace) {
        this.posts = posts;
        this.communities = communities;
        this.people = people;
        this.rendering = rendering;
        this.guard = guard;
        this.outbox = outbox;
        this.concerning = concerning;
        this.pace = pace;
    }

    /**
     * Opens a thread.
     *
     * @param acknowledged patterns of the guard that found something harmless, as the author says
     */
    @Transactional
    public Mono<PostId> publish(
            PersonId author,
            Kind kind,
            Words words,
            Audience audience,
            List<Attached> attachments,
            Set<UUID> acknowledged) {
        return check(author, kind, words, audience, acknowledged)
                .then(Mono.defer(() -> rendering.render(words, author)))
                .map(rendered -> Post.published(author, kind, words, audience, rendered))
                .flatMap(post -> keep(post)
                        .flatMap(id -> posts.attach(id, author, attachments).thenReturn(id)));
    }

    /** Refuses what could not be published as it stands. */
    public Mono<Void> check(PersonId author, Kind kind, Words words, Audience audience, Set<UUID> acknowledged) {
        return Mono.fromRunnable(() -> Post.require(kind, words))
                .then(Mono.defer(() -> mayAddress(author, audience)))
                .then(Mono.defer(() -> guard.check(words.byField(), acknowledged)));
    }

    /**
     * Opens a thread that passes a post or comment on. Of that one each reader sees what they may read anyway.
     *
     * @param acknowledged patterns of the guard that found something harmless, as the author says
     */
    @Transactional
    public Mono<PostId> share(
            PersonId author, PostId shared, @Nullable String body, Audience audience, Set<UUID> acknowledged) {
        Words words = Words.of(body, null, null, null);
        return posts.placed(shared, author)
                .switchIfEmpty(Mono.error(Absent::new))
                .then(Mono.defer(() -> mayAddress(author, audience)))
                .then(Mono.defer(() -> guard.check(words.byField(), acknowledged)))
                .then(Mono.defer(() -> rendering.render(words, author)))
                .map(rendered -> Post.sharing(shared, author, words, audience, rendered))
                .flatMap(this::keep)
                .flatMap(id -> concerning.shared(id).thenReturn(id));
    }

    @Override
    @Transactional
    public Mono<PostId> reply(PersonId author, PostId inReplyTo, String body, Set<UUID> acknowledged) {
        Words words = Words.of(body, null, null, null);
        return posts.placed(inReplyTo, author)
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(answered -> guard.check(words.byField(), acknowledged)
                        .then(Mono.defer(() -> rendering.render(words, author)))
                        .map(rendered -> Post.comment(author, answered.id(), answered.conversation(), body, rendered)))
                .flatMap(this::keep);
    }

    private Mono<PostId> keep(Post post) {
        return pace.check(post.author(), post.words().joined(), post.link())
                .then(Mono.defer(() -> posts.add(post)))
                .then(outbox.append(post.toEvent(false)))
                .thenReturn(post.id());
    }

    private Mono<Void> mayAddress(PersonId author, Audience audience) {
        if (audience instanceof Audience.Community in) {
            return standing(in.community(), author)
                    .doOnNext(found -> PostPolicy.mayPostIn(found.orElse(null)))
                    .then();
        }
        List<UUID> named = audience.readers().stream().map(PersonId::value).toList();
        if (named.isEmpty()) {
            return Mono.empty();
        }
        return people.count(named, author)
                .filter(known -> known == named.size())
                .switchIfEmpty(Mono.error(
                        () -> Invalid.field("audience.personIds", "unknown-value", "One of them does not work here.")))
                .then();
    }

    private Mono<Optional<Communities.Standing>> standing(CommunityId community, PersonId person) {
        return communities.standing(community, person).map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
