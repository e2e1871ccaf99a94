package org.outloud.feed.ask;

import java.util.List;
import org.outloud.contracts.event.HelpersFound;
import org.outloud.feed.live.LiveSignal;
import org.outloud.platform.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells of asks that wait, and asks those who could help: few, and nobody often. */
@Service
class GivingOn {

    private static final Logger LOG = LoggerFactory.getLogger(GivingOn.class);
    private static final int AT_ONCE = 100;
    private static final int HELPERS = 3;
    private static final int MOST_A_DAY = 2;

    private final Asks asks;
    private final Outbox outbox;
    private final AskProperties properties;

    GivingOn(Asks asks, Outbox outbox, AskProperties properties) {
        this.asks = asks;
        this.outbox = outbox;
        this.properties = properties;
    }

    /** Has people looked for who could help with what waits. */
    @Transactional
    public Mono<Void> look() {
        return asks.giveOn(properties.silence(), AT_ONCE)
                .collectList()
                .filter(waiting -> !waiting.isEmpty())
                .flatMap(outbox::append);
    }

    /** Asks some of those who were found. */
    Mono<Void> ask(HelpersFound found) {
        if (found.helpers().isEmpty()) {
            LOG.info("Ask {} waits, and nobody is known who could help", found.postId());
            return Mono.empty();
        }
        return asks.ask(found.postId(), found.helpers(), HELPERS, MOST_A_DAY)
                .doOnNext(asked -> LOG.info("Ask {} is given on to {} who could help", found.postId(), asked))
                .filter(asked -> asked > 0)
                .flatMap(asked -> outbox.append(
                        List.of(LiveSignal.concerning(found.postId().value()))));
    }
}
