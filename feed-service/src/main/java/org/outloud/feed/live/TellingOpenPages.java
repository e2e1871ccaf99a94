package org.outloud.feed.live;

import org.outloud.contracts.PostId;
import org.outloud.feed.post.OpenPages;
import org.outloud.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signals what goes and comes back at once, since nothing has to be written to feeds before. */
@Component
class TellingOpenPages implements OpenPages {

    private final Outbox outbox;

    TellingOpenPages(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> removed(PostId id, PostId root) {
        return outbox.append(LiveSignal.removed(id, root));
    }

    @Override
    public Mono<Void> restored(PostId id, PostId root) {
        return outbox.append(LiveSignal.restored(id, root));
    }
}
