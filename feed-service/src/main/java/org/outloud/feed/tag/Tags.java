package org.outloud.feed.tag;

import java.util.List;
import java.util.Objects;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The tags in use, counted over the newest posts that the viewer may read. */
@Repository
class Tags {

    private static final String BEGINNING_WITH = """
            select t.tag, count(*) as posts
            from (select p.tags from readable_post(:viewer) p
              where p.in_reply_to is null and p.tags <> '{}' order by p.created_at desc limit 5000) p,
              unnest(p.tags) as t (tag)
            where starts_with(t.tag, :prefix)
            group by t.tag order by posts desc, t.tag limit :most
            """;

    private final DatabaseClient database;

    Tags(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<TagCount>> beginningWith(PersonId viewer, String prefix, int most) {
        return database.sql(BEGINNING_WITH)
                .bind("viewer", viewer.value())
                .bind("prefix", prefix)
                .bind("most", most)
                .map(row -> new TagCount(
                        Objects.requireNonNull(row.get("tag", String.class)),
                        Objects.requireNonNull(row.get("posts", Long.class))))
                .all()
                .collectList();
    }

    /** A tag and how many posts carry it. */
    record TagCount(String tag, long posts) {}
}
