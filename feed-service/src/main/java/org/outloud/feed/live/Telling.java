package org.outloud.feed.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.feed.post.PostView;
import org.outloud.feed.post.PostViews;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts a signal into the words that streams carry, for those of the connected people it is for. */
@Component
class Telling {

    private final Recipients recipients;
    private final PostViews posts;
    private final ForOnePerson forOnePerson;

    Telling(Recipients recipients, PostViews posts, ForOnePerson forOnePerson) {
        this.recipients = recipients;
        this.posts = posts;
        this.forOnePerson = forOnePerson;
    }

    /**
     * Nothing, when it is for none of them or was taken away meanwhile. Most people see the same; whoever does not meet
     * everybody is told in words of their own.
     */
    Mono<List<Told>> tell(long offset, LiveSignal signal, Collection<PersonId> connected) {
        if (connected.isEmpty()) {
            return Mono.just(List.of());
        }
        if (signal.kind().equals(LiveSignal.NOTIFICATION)) {
            return forOnePerson
                    .tell(signal.subject(), connected)
                    .map(words -> new Told(offset, signal.kind(), words.data(), Set.of(words.person())))
                    .collectList();
        }
        if (signal.kind().equals(LiveSignal.REMOVED)) {
            return named(offset, signal, recipients.losing(new PostId(signal.subject()), connected));
        }
        if (signal.kind().equals(LiveSignal.RESTORED)) {
            return named(offset, signal, recipients.seeing(new PostId(signal.subject()), connected));
        }
        return recipients
                .of(signal, connected)
                .flatMapIterable(Telling::alike)
                .concatMap(people -> seenBy(people, signal)
                        .flatMapMany(post -> alike(post, people))
                        .concatMap(alike -> seenBy(alike, signal)
                                .map(post -> new Told(offset, signal.kind(), data(signal, post), alike))))
                .collectList();
    }

    /** Only which post it is, for all of them. */
    private static Mono<List<Told>> named(long offset, LiveSignal signal, Mono<Set<PersonId>> people) {
        String data = "{\"id\":\"%s\",\"rootId\":\"%s\"}".formatted(signal.subject(), signal.root());
        return people.map(them -> them.isEmpty() ? List.of() : List.of(new Told(offset, signal.kind(), data, them)));
    }

    /** What all of them see, as the first of them does. */
    private Mono<PostView> seenBy(Set<PersonId> people, LiveSignal signal) {
        return posts.find(new PostId(signal.subject()), people.iterator().next())
                .map(PostView::forAnybody);
    }

    /** Those who see what a post passes on, and those who do not. */
    private Flux<Set<PersonId>> alike(PostView post, Set<PersonId> people) {
        PostView.Shared shared = post.shared();
        if (shared == null || people.size() == 1) {
            return Flux.just(people);
        }
        return recipients.seeing(shared.id(), people).flatMapIterable(seeing -> {
            Set<PersonId> others = new LinkedHashSet<>(people);
            others.removeAll(seeing);
            return Stream.of(seeing, others).filter(group -> !group.isEmpty()).toList();
        });
    }

    /** Sets of people who see the same. */
    private static List<Set<PersonId>> alike(List<Recipients.Recipient> recipients) {
        List<Set<PersonId>> alike = new ArrayList<>();
        Set<PersonId> most = new LinkedHashSet<>();
        for (Recipients.Recipient recipient : recipients) {
            if (recipient.apart()) {
                alike.add(Set.of(recipient.id()));
            } else {
                most.add(recipient.id());
            }
        }
        if (!most.isEmpty()) {
            alike.add(most);
        }
        return alike;
    }

    private static String data(LiveSignal signal, PostView post) {
        if (signal.kind().equals(LiveSignal.REACTION)) {
            return "{\"postId\":\"%s\",\"rootId\":\"%s\",\"reactions\":%s,\"thanks\":%s}"
                    .formatted(post.id(), post.rootId(), post.reactions(), post.thanks());
        }
        return post.json();
    }
}
