package org.outloud.feed.privacy;

import java.time.Instant;
import java.util.List;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.ErasureConfirmed;
import org.outloud.contracts.event.PersonErased;
import org.outloud.contracts.event.SuspensionChanged;
import org.outloud.feed.draft.Drafts;
import org.outloud.feed.moderation.Cases;
import org.outloud.feed.post.ScrubbingPosts;
import org.outloud.feed.saved.SavedPosts;
import org.outloud.feed.schedule.ScheduledPosts;
import org.outloud.platform.consumer.Subscription;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.privacy.Naming;
import org.outloud.platform.privacy.Scrub;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Forgets whom the people topic says to forget, and confirms it: all in the transaction that applies the event. */
@Configuration(proxyBeanMethods = false)
class ForgettingPeople {

    private static final String SERVICE = "feed-service";

    @Bean
    Subscription erasureFeed(
            ForgottenPeople people,
            ScrubbingPosts posts,
            SavedPosts saved,
            Drafts drafts,
            ScheduledPosts scheduled,
            Cases cases,
            Outbox outbox) {
        return Subscription.named("feed.erasures")
                .on(
                        PersonErased.class,
                        event -> forget(event, people, posts, saved, drafts, scheduled, cases)
                                .then(outbox.forget(
                                        SuspensionChanged.class,
                                        List.of(event.id().toString())))
                                .then(outbox.append(
                                        new ErasureConfirmed(event.erasure(), event.id(), SERVICE, Instant.now()))));
    }

    private static Mono<Void> forget(
            PersonErased event,
            ForgottenPeople people,
            ScrubbingPosts posts,
            SavedPosts saved,
            Drafts drafts,
            ScheduledPosts scheduled,
            Cases cases) {
        Naming pseudonym = new Naming(event.userName(), event.displayName());
        return people.names(event.id())
                .flatMap(names -> people.keepPseudonym(event)
                        .then(scrub(event.id(), new Scrub(names, pseudonym), posts, saved, drafts, scheduled, cases))
                        .thenReturn(names))
                .switchIfEmpty(Mono.defer(() -> people.keepPseudonym(event).thenReturn(pseudonym)))
                .then(posts.blankDeleted(event.id()))
                .then(people.removeTraces(event.id()));
    }

    private static Mono<Void> scrub(
            PersonId person,
            Scrub scrub,
            ScrubbingPosts posts,
            SavedPosts saved,
            Drafts drafts,
            ScheduledPosts scheduled,
            Cases cases) {
        return posts.scrub(person, scrub)
                .then(saved.scrub(scrub))
                .then(drafts.scrub(scrub))
                .then(scheduled.scrub(scrub))
                .then(cases.scrub(scrub));
    }
}
