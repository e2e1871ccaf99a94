package org.outloud.standalone.demo.organisation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.outloud.standalone.demo.source.Chance;

/** When people write: in their own working hours, mostly on weekdays, and sooner rather than later to each other. */
final class Rhythm {

    private static final double[] BY_HOUR = {
        .01, .01, .01, .01, .01, .02, .1, .4, .8, 1, 1, .8, .5, .8, 1, .9, .7, .35, .15, .1, .1, .08, .03, .01
    };
    private static final double WEEKEND = 0.06;
    private static final int TRIES = 40;
    private static final double OFF_HOURS = 0.35;
    private static final Duration EVENING = Duration.ofHours(3);
    private static final Duration LEAST = Duration.ofMinutes(2);

    private final Instant end;
    private final Chance chance;

    Rhythm(Instant end, Chance chance) {
        this.end = end;
        this.chance = chance;
    }

    Instant between(Instant from, Instant to, Place place) {
        Instant at = from;
        for (int i = 0; i < TRIES; i++) {
            at = somewhere(from, to);
            if (suits(at, place)) {
                break;
            }
        }
        return at;
    }

    /** Some time after, before the end; null when there is hardly any time left. */
    @Nullable
    Instant after(Instant earlier, Place place) {
        Instant first = earlier.plus(LEAST);
        if (!first.isBefore(end)) {
            return null;
        }
        for (int i = 0; i < TRIES; i++) {
            Instant at = first.plus(delay()).truncatedTo(ChronoUnit.SECONDS);
            if (at.isBefore(end) && suits(at, place)) {
                return at;
            }
        }
        return chance.in(OFF_HOURS)
                ? somewhere(first, first.plus(EVENING).isBefore(end) ? first.plus(EVENING) : end)
                : null;
    }

    private Duration delay() {
        double kind = chance.share();
        if (kind < 0.2) {
            return Duration.ofSeconds(chance.between(0, 900));
        }
        return Duration.ofMinutes(kind < 0.65 ? chance.between(15, 240) : chance.between(240, 3_600));
    }

    private Instant somewhere(Instant from, Instant to) {
        long seconds = Math.max(1, Duration.between(from, to).toSeconds());
        return from.plusSeconds((long) (chance.share() * seconds)).truncatedTo(ChronoUnit.SECONDS);
    }

    private boolean suits(Instant at, Place place) {
        ZonedDateTime local = at.atZone(place.zone());
        boolean weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        return chance.in(BY_HOUR[local.getHour()] * (weekend ? WEEKEND : 1));
    }
}
