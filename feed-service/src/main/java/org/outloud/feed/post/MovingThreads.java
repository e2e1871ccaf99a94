package org.outloud.feed.post;

import java.time.Duration;
import org.outloud.contracts.event.PostsHandedOver;
import org.outloud.feed.post.ThreadMoves.Move;
import org.outloud.platform.consumer.Subscription;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.recurring.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries threads from one community to another, some at a time, each told again where it is now: timelines, evidence and counts
 * follow by that, and nobody is notified. Whichever instance comes first carries; a thread is carried once.
 */
@Configuration(proxyBeanMethods = false)
class MovingThreads {

    private static final Logger LOG = LoggerFactory.getLogger(MovingThreads.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int AT_ONCE = 100;

    private final ThreadMoves moves;
    private final Outbox outbox;
    private final TransactionalOperator transaction;

    MovingThreads(ThreadMoves moves, Outbox outbox, TransactionalOperator transaction) {
        this.moves = moves;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Bean
    Subscription handOverFeed() {
        return Subscription.named("feed.hand-overs").on(PostsHandedOver.class, moves::keep);
    }

    @Bean
    Recurring carryingOfThreads() {
        return new Recurring("Carrying of threads", EVERY, this::carry);
    }

    private Mono<Void> carry() {
        return moves.open()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::carry)
                .then();
    }

    private Mono<Void> carry(Move move) {
        return Mono.defer(() -> step(move))
                .repeat()
                .takeWhile(moved -> moved > 0)
                .reduce(0, Integer::sum)
                .doOnNext(moved -> {
                    if (moved > 0) {
                        LOG.info(
                                "{} posts and comments of community {} are in {} now", moved, move.from(), move.into());
                    }
                })
                .then(move.tag() == null ? moves.carryWaiting(move) : moves.finish(move));
    }

    /** How many posts and comments it carried. */
    private Mono<Integer> step(Move move) {
        return moves.step(move, AT_ONCE)
                .flatMap(moved -> outbox.append(
                                moved.stream().map(PostsToldAgain::told).toList())
                        .thenReturn(moved.size()))
                .as(transaction::transactional);
    }
}
