package org.outloud.feed.pace;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What somebody posted of late; what was deleted counts, what was imported does not. */
@Repository
class RecentPosts {

    private static final String OF = """
            with recent as (
              select p.created_at, p.link,
                regexp_replace(lower(concat_ws(' ', p.body, p.doing, p.learned, p.need)), '\\s+', ' ', 'g') as words
              from post p
              where p.author_id = :author and p.created_at > now() - interval '1 day' and p.external_id is null)
            select count(*) as in_day, min(created_at) as oldest_in_day,
              count(*) filter (where created_at > now() - make_interval(secs => :moment)) as in_moment,
              min(created_at) filter (where created_at > now() - make_interval(secs => :moment)) as oldest_in_moment,
              count(*) filter (where words = regexp_replace(lower(:words::text), '\\s+', ' ', 'g')) as same_words,
              count(*) filter (where link = :link::text) as same_link
            from recent
            """;

    private final DatabaseClient database;

    RecentPosts(DatabaseClient database) {
        this.database = database;
    }

    /** Counts an author's posts of the last 24 hours, and among them those that say the same or lead to the same page. */
    Mono<Recent> of(PersonId author, Duration moment, @Nullable String words, @Nullable String link) {
        DatabaseClient.GenericExecuteSpec query =
                database.sql(OF).bind("author", author.value()).bind("moment", moment.toSeconds());
        return nullable(nullable(query, "words", words), "link", link)
                .map(RecentPosts::toRecent)
                .one();
    }

    private static DatabaseClient.GenericExecuteSpec nullable(
            DatabaseClient.GenericExecuteSpec query, String name, @Nullable String value) {
        return value == null ? query.bindNull(name, String.class) : query.bind(name, value);
    }

    private static Recent toRecent(Readable row) {
        return new Recent(
                count(row, "in_moment"),
                row.get("oldest_in_moment", Instant.class),
                count(row, "in_day"),
                row.get("oldest_in_day", Instant.class),
                count(row, "same_words"),
                count(row, "same_link"));
    }

    private static long count(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    /** How many there are, and when the oldest of them was posted. */
    record Recent(
            long inMoment,
            @Nullable Instant oldestInMoment,
            long inDay,
            @Nullable Instant oldestInDay,
            long sameWords,
            long sameLink) {}
}
