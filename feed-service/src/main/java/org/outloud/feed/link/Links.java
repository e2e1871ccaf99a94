package org.outloud.feed.link;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.feed.live.LiveSignal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pages that posts link to, and what they said. */
@Repository
class Links {

    private static final String DUE = """
            update link_preview set tries = tries + 1, due_at = now() + interval '1 minute'
            where url in (
              select l.url from link_preview l where l.state = 'waiting' and l.due_at <= now()
              order by l.due_at limit :most for update skip locked)
            returning url, tries
            """;
    private static final String KEEP = """
            update link_preview set state = :state, fetched_at = now(), title = :title, description = :description, site = :site
            where url = :url and state = 'waiting'
            """;

    /** Their readers see something else from now on; those who have the newest of them open are told. */
    private static final String SHOW = """
            update post set stamp = stamp + 1 where link = :url
            returning id, root_id, deleted_at is null and hidden_at is null and created_at > now() - interval '1 hour' as told
            """;

    private static final String REMOVE = """
            update post set link_removed = link, link = null, stamp = stamp + 1
            where id = :id and author_id = :author and link is not null
            returning id, root_id, true as told
            """;
    private static final String MINE =
            "select 1 from readable_post(:author) p where p.id = :id and p.author_id = :author";
    private static final String FORGET = """
            delete from link_preview l
            where l.fetched_at < now() - make_interval(secs => :seconds) and not exists (select from post p where p.link = l.url)
            """;

    private final DatabaseClient database;

    Links(DatabaseClient database) {
        this.database = database;
    }

    /** A page whose turn it is. */
    record Due(String url, int tries) {}

    /** Takes pages that wait, each for one instance. */
    Flux<Due> due(int most) {
        return database.sql(DUE)
                .bind("most", most)
                .map(row -> new Due(
                        Objects.requireNonNull(row.get("url", String.class)),
                        Objects.requireNonNull(row.get("tries", Integer.class))))
                .all();
    }

    /** Keeps what a page said, or that it says nothing. */
    Mono<Void> keep(String url, @Nullable SaidOfItself said) {
        DatabaseClient.GenericExecuteSpec keep =
                database.sql(KEEP).bind("url", url).bind("state", said == null ? "none" : "found");
        keep = nullable(keep, "title", said == null ? null : said.title());
        keep = nullable(keep, "description", said == null ? null : said.description());
        return nullable(keep, "site", said == null ? null : said.site()).then();
    }

    /** Shows it with every post that links to it; signals for pages that are open. */
    Mono<List<LiveSignal>> show(String url) {
        return told(database.sql(SHOW).bind("url", url));
    }

    /** Takes it off one's own post for good. */
    Mono<List<LiveSignal>> remove(PostId post, PersonId author) {
        return told(database.sql(REMOVE).bind("id", post.value()).bind("author", author.value()));
    }

    /** Whether somebody wrote it, and it can be read. */
    Mono<Boolean> isBy(PostId post, PersonId author) {
        return database.sql(MINE)
                .bind("id", post.value())
                .bind("author", author.value())
                .mapValue(Integer.class)
                .one()
                .hasElement();
    }

    /** Forgets pages that no post links to any more. */
    Mono<Void> forget(Duration age) {
        return database.sql(FORGET).bind("seconds", age.toSeconds()).then();
    }

    private static Mono<List<LiveSignal>> told(DatabaseClient.GenericExecuteSpec update) {
        return update.map(row -> Boolean.TRUE.equals(row.get("told", Boolean.class))
                        ? List.of(LiveSignal.changed(
                                new PostId(Objects.requireNonNull(row.get("id", UUID.class))),
                                new PostId(Objects.requireNonNull(row.get("root_id", UUID.class)))))
                        : List.<LiveSignal>of())
                .all()
                .collectList()
                .map(all -> all.stream().flatMap(List::stream).toList());
    }

    private static DatabaseClient.GenericExecuteSpec nullable(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }
}
