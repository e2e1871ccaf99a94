package org.outloud.feed.live;

import java.util.Collection;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.feed.post.PostView;
import org.outloud.feed.post.PostViews;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Puts a signal into the words that streams carry, for those of the connected people it is for. */
@Component
class Telling {

    private final Recipients recipients;
    private final PostViews posts;
    private final JsonMapper json;

    Telling(Recipients recipients, PostViews posts, JsonMapper json) {
        this.recipients = recipients;
        this.posts = posts;
        this.json = json;
    }

    /** Nothing, when it is for none of them or was taken away meanwhile. */
    Mono<Told> tell(long offset, LiveSignal signal, Collection<PersonId> connected) {
        if (connected.isEmpty()) {
            return Mono.empty();
        }
        return recipients
                .of(signal, connected)
                .filter(people -> !people.isEmpty())
                .flatMap(people -> posts.find(
                                new PostId(signal.subject()), people.iterator().next())
                        .map(PostView::forAnybody)
                        .map(post -> new Told(offset, signal.kind(), data(signal, post), people)));
    }

    private String data(LiveSignal signal, PostView post) {
        if (signal.kind().equals(LiveSignal.REACTION)) {
            return "{\"postId\":\"%s\",\"rootId\":\"%s\",\"reactions\":%s,\"thanks\":%s}"
                    .formatted(post.id(), post.rootId(), post.reactions(), post.thanks());
        }
        return json.writeValueAsString(post);
    }
}
