package org.outloud.feed.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.problem.Invalid;

/**
 * Where a page of notifications ended. What comes in meanwhile would move its notification to the top, past the reader; so all
 * pages show the list as it stood when the first was read.
 *
 * @param asOf when the first page was read
 * @param before the last notification's newest event
 */
record Place(Instant asOf, Instant before, UUID id) {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final Pattern TIMES = Pattern.compile("(\\d{1,16}) (\\d{1,18})");

    static Place of(@Nullable String cursor) {
        Cursor.Named named = Cursor.named(cursor);
        if (named == null) {
            // An event's time is the database's: one that is committed already must not be from the future
            Instant now = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MICROS);
            return new Place(now, END_OF_TIME, new UUID(-1L, -1L));
        }
        Matcher times = TIMES.matcher(named.key());
        if (!times.matches()) {
            throw Invalid.field(
                    "cursor", "bad-cursor", "This cursor was not handed out here; start from the first page.");
        }
        return new Place(instant(times.group(1)), instant(times.group(2)), named.id());
    }

    Cursor behind(Notifications.Bundle last) {
        return new Cursor.Named(micros(asOf) + " " + micros(last.newest()), last.id());
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Instant instant(@Nullable String micros) {
        return Instant.EPOCH.plus(Long.parseLong(String.valueOf(micros)), ChronoUnit.MICROS);
    }
}
