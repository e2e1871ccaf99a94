package org.outloud.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Buckets buckets = new Buckets(new LimitProperties.Rate(10, 3), now::get);

    @Test
    void aBurstIsTakenAndNoMore() {
        takeAll(3);

        assertThat(buckets.take("ada")).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aPlaceIsFreeAfterTheTimeThatWasSaid() {
        takeAll(3);

        now.addAndGet(buckets.take("ada").toNanos());

        assertThat(buckets.take("ada")).isZero();
        assertThat(buckets.take("ada")).isPositive();
    }

    @Test
    void whoIsRefusedIsNotPunishedForAsking() {
        takeAll(3);

        assertThat(buckets.take("ada")).isEqualTo(buckets.take("ada"));
    }

    @Test
    void everybodyHasABucketOfTheirOwn() {
        takeAll(3);

        assertThat(buckets.take("bo")).isZero();
    }

    @Test
    void aRestFillsTheBurstAgainAndNotMore() {
        takeAll(3);
        now.addAndGet(Duration.ofHours(1).toNanos());

        takeAll(3);

        assertThat(buckets.take("ada")).isPositive();
    }

    private void takeAll(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(buckets.take("ada")).isZero();
        }
    }
}
