package org.outloud.feed.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.feed.post.PublishPostRequest;
import org.outloud.feed.post.PublishingPosts;
import org.outloud.feed.post.Scheduling;
import org.outloud.feed.schedule.ScheduledPosts.Scheduled;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.problem.Refusal;
import org.outloud.platform.security.Suspensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Keeps posts for their moment and publishes them then, once, whichever instance comes first. What may not be published by then
 * stays with its author, with the reason.
 */
@Service
class SchedulingPosts implements Scheduling {

    /** So many a person wait at once. */
    static final int MOST = 50;

    private static final Logger LOG = LoggerFactory.getLogger(SchedulingPosts.class);
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final int AT_ONCE = 100;

    private final ScheduledPosts posts;
    private final PublishingPosts publishing;
    private final Suspensions suspensions;
    private final TransactionalOperator transaction;

    SchedulingPosts(
            ScheduledPosts posts,
            PublishingPosts publishing,
            Suspensions suspensions,
            TransactionalOperator transaction) {
        this.posts = posts;
        this.publishing = publishing;
        this.suspensions = suspensions;
        this.transaction = transaction;
    }

    @Override
    public Mono<UUID> schedule(PersonId author, PublishPostRequest post, Set<UUID> acknowledged) {
        return checked(UUID.randomUUID(), author, post, acknowledged)
                .flatMap(scheduled -> posts.add(scheduled, MOST))
                .switchIfEmpty(Mono.error(() -> Invalid.field(
                        "publishAt",
                        "too-many",
                        "At most " + MOST + " posts may wait: publish or cancel one of them.")));
    }

    /** Other words or another moment for what waits; a failure is forgotten. */
    Mono<Void> change(PersonId author, UUID id, PublishPostRequest post, Set<UUID> acknowledged) {
        return checked(id, author, post, acknowledged)
                .flatMap(posts::change)
                .switchIfEmpty(Mono.error(Absent::new))
                .then();
    }

    /** Publishes now what would wait longer. */
    @Transactional
    public Mono<PostId> publish(PersonId author, UUID id) {
        return posts.take(author, id).switchIfEmpty(Mono.error(Absent::new)).flatMap(this::publish);
    }

    Mono<Void> cancel(PersonId author, UUID id) {
        return posts.take(author, id).then();
    }

    /** Publishes what is due. */
    Mono<Void> publishDue() {
        return posts.due(AT_ONCE)
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(this::publishDue)
                .then();
    }

    private Mono<Void> publishDue(UUID id) {
        return posts.takeDue(id)
                .flatMap(due -> due.active()
                        ? suspensions.refuse(due.scheduled().author()).then(Mono.defer(() -> publish(due.scheduled())))
                        : Mono.<PostId>error(new Forbidden("person-deactivated")))
                .as(transaction::transactional)
                .then()
                .onErrorResume(Refusal.class, refusal -> {
                    LOG.info("Scheduled post {} is not published: {}", id, refusal.code());
                    return posts.fail(id, refusal.code());
                })
                .onErrorResume(e -> {
                    LOG.warn("Scheduled post {} is published later", id, e);
                    return Mono.empty();
                });
    }

    private Mono<PostId> publish(Scheduled due) {
        PublishPostRequest post = due.post();
        return publishing.publish(
                due.author(), post.toKind(), post.toWords(), post.toAudience(), List.of(), due.acknowledged());
    }

    private Mono<Scheduled> checked(UUID id, PersonId author, PublishPostRequest post, Set<UUID> acknowledged) {
        return Mono.defer(() -> {
            Instant at = moment(post.publishAt());
            if (!post.toAttachments().isEmpty()) {
                throw Invalid.field("attachments", "not-scheduled", "A scheduled post takes no files.");
            }
            return publishing
                    .check(author, post.toKind(), post.toWords(), post.toAudience(), acknowledged)
                    .thenReturn(new Scheduled(id, author, at, null, post.unscheduled(), acknowledged));
        });
    }

    private static Instant moment(@Nullable Instant at) {
        Instant now = Instant.now();
        if (at == null) {
            throw Invalid.field("publishAt", "required", "Say when it is to be published.");
        }
        if (!at.isAfter(now)) {
            throw Invalid.field("publishAt", "in-the-past", "Choose a moment that is still to come.");
        }
        if (at.isAfter(now.plus(FARTHEST))) {
            throw Invalid.field("publishAt", "too-far", "Choose a moment within a year.");
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
