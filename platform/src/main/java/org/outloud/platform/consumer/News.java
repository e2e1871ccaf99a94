package org.outloud.platform.consumer;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** What to do only when an event is news: not when it is told again because the topics may have lost it. */
public final class News {

    private News() {}

    /** Does this while applying an event that is news, else nothing. */
    public static Mono<Void> only(Mono<Void> action) {
        return Mono.deferContextual(context -> context.hasKey(News.class) ? Mono.empty() : action);
    }

    /** What is done in this context is no news. */
    static Context none(Context context) {
        return context.put(News.class, false);
    }
}
