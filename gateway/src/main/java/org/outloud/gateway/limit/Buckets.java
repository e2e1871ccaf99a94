package org.outloud.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A leaky bucket for each key, kept as one number: the moment at which the bucket will have run empty (the generic cell
 * rate algorithm of ITU-T I.371).
 *
 * <p>They stand in this process's memory. That is exact for one gateway; with several, each counts what it sees, and
 * together they allow at most as many times the rate. A shared counter would put a network call before every request to
 * guard against a fault that services survive anyway.
 */
final class Buckets {

    private static final long MOST_KEYS = 200_000;

    private final long interval;
    private final long depth;
    private final LongSupplier nanos;
    private final Cache<Object, AtomicLong> emptyAt;

    Buckets(LimitProperties.Rate rate) {
        this(rate, System::nanoTime);
    }

    Buckets(LimitProperties.Rate rate, LongSupplier nanos) {
        this.interval = Duration.ofSeconds(1).toNanos() / rate.perSecond();
        this.depth = interval * rate.burst();
        this.nanos = nanos;
        this.emptyAt = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(Duration.ofNanos(depth).plusSeconds(1))
                .build();
    }

    /** Takes one request of the key; zero when it fits, else how long to wait until one does. */
    Duration take(Object key) {
        long now = nanos.getAsLong();
        AtomicLong bucket = emptyAt.get(key, unseen -> new AtomicLong(now));
        while (true) {
            long before = bucket.get();
            long after = (before - now > 0 ? before : now) + interval;
            long over = after - now - depth;
            if (over > 0) {
                return Duration.ofNanos(over);
            }
            if (bucket.compareAndSet(before, after)) {
                return Duration.ZERO;
            }
        }
    }
}
