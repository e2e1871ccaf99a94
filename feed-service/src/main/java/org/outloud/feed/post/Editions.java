package org.outloud.feed.post;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.platform.privacy.Scrub;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What posts say and said before; readable by whoever may read the post now. */
@Repository
class Editions {

    private static final String HOLD = """
            select %s from post p
            where p.id = :id and p.deleted_at is null and p.hidden_at is null
              and exists (select from readable_post(:viewer) r where r.id = p.id)
            for update of p
            """.formatted(Said.COLUMNS);
    private static final String KEEP_OLD = """
            insert into post_edition (post_id, version, body, doing, learned, need, written_at)
            values (:id, :version, :body, :doing, :learned, :need, :at)
            """;
    private static final String REWRITE = """
            update post set version = version + 1, edited_at = :at, body = :body, body_html = :bodyHtml, doing = :doing,
              doing_html = :doingHtml, learned = :learned, learned_html = :learnedHtml, need = :need,
              need_html = :needHtml, tags = :tags, mentions = :mentions,
              link = case when :link is distinct from link_removed then :link end
            where id = :id returning version
            """;
    private static final String LIST = """
            with p as (select * from readable_post(:viewer) r where r.id = :id)
            select x.* from (
              select p.version, p.body, p.doing, p.learned, p.need, coalesce(p.edited_at, p.created_at) as written_at from p
              union all
              select e.version, e.body, e.doing, e.learned, e.need, e.written_at
              from post_edition e join p on p.id = e.post_id) x
            where x.written_at < :before
            order by x.written_at desc limit :most
            """;
    private static final String NAMING = """
            select e.post_id, e.version, e.body, e.doing, e.learned, e.need, e.written_at from post_edition e
            where lower(concat_ws(' ', e.body, e.doing, e.learned, e.need)) like any(:names) for update
            """;
    private static final String REWORD = """
            update post_edition set body = :body, doing = :doing, learned = :learned, need = :need, written_at = :at
            where post_id = :id and version = :version
            """;
    private static final String FORGET_DELETED = """
            delete from post_edition e using post p
            where p.id = e.post_id and p.author_id = :person and p.deleted_at is not null
            """;

    private final DatabaseClient database;

    Editions(DatabaseClient database) {
        this.database = database;
    }

    /** A post that the viewer may read, held until the transaction ends. */
    Mono<Said> hold(PostId id, PersonId viewer) {
        return database.sql(HOLD)
                .bind("id", id.value())
                .bind("viewer", viewer.value())
                .map(Said::of)
                .one();
    }

    /** Puts other words in a post's place and the old ones into its history; the version it now has. */
    Mono<Long> rewrite(Said before, Said after, Rendering rendering, Instant at) {
        Rendered html = rendering.rendered();
        Words old = before.words();
        Words words = after.words();
        return database.sql(KEEP_OLD)
                .bindProperties(new Old(
                        before.id(),
                        before.version(),
                        old.body(),
                        old.doing(),
                        old.learned(),
                        old.need(),
                        before.writtenAt()))
                .then()
                .then(database.sql(REWRITE)
                        .bindProperties(new New(
                                after.id(),
                                at,
                                words.body(),
                                html.body(),
                                words.doing(),
                                html.doing(),
                                words.learned(),
                                html.learned(),
                                words.need(),
                                html.need(),
                                after.tags().toArray(String[]::new),
                                after.mentions().toArray(UUID[]::new),
                                rendering.link()))
                        .mapValue(Long.class)
                        .one());
    }

    /** What it says and said, the newest first; nothing when the viewer may not read the post. */
    Mono<List<Edition>> of(PostId id, PersonId viewer, Instant before, int most) {
        return database.sql(LIST)
                .bind("id", id.value())
                .bind("viewer", viewer.value())
                .bind("before", before)
                .bind("most", most)
                .map(Editions::toEdition)
                .all()
                .collectList();
    }

    /** Takes a name out of all that was ever said. */
    Mono<Void> scrub(Scrub scrub) {
        return database.sql(NAMING)
                .bind("names", scrub.patterns())
                .map(row -> new Kept(Objects.requireNonNull(row.get("post_id", UUID.class)), toEdition(row)))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(kept -> reword(kept, kept.edition().words().scrubbed(scrub)))
                .then();
    }

    /** Forgets what a person said before it was taken away. */
    Mono<Void> forgetDeleted(PersonId person) {
        return database.sql(FORGET_DELETED).bind("person", person.value()).then();
    }

    private Mono<Void> reword(Kept kept, Words words) {
        return database.sql(REWORD)
                .bindProperties(new Old(
                        kept.post(),
                        kept.edition().version(),
                        words.body(),
                        words.doing(),
                        words.learned(),
                        words.need(),
                        kept.edition().writtenAt()))
                .then();
    }

    private static Edition toEdition(Readable row) {
        return new Edition(
                Objects.requireNonNull(row.get("version", Long.class)),
                row.get("body", String.class),
                row.get("doing", String.class),
                row.get("learned", String.class),
                row.get("need", String.class),
                Objects.requireNonNull(row.get("written_at", Instant.class)));
    }

    /** What a post said from some moment on. */
    record Edition(
            long version,
            @Nullable String body,
            @Nullable String doing,
            @Nullable String learned,
            @Nullable String need,
            Instant writtenAt) {

        Words words() {
            return new Words(body, doing, learned, need);
        }
    }

    private record Kept(UUID post, Edition edition) {}

    private record Old(
            UUID id,
            long version,
            @Nullable String body,
            @Nullable String doing,
            @Nullable String learned,
            @Nullable String need,
            Instant at) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record New(
            UUID id,
            Instant at,
            @Nullable String body,
            @Nullable String bodyHtml,
            @Nullable String doing,
            @Nullable String doingHtml,
            @Nullable String learned,
            @Nullable String learnedHtml,
            @Nullable String need,
            @Nullable String needHtml,
            String[] tags,
            UUID[] mentions,
            @Nullable String link) {}
}
