package org.outloud.community.library;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sql.Columns;
import org.outloud.community.sql.Criteria;
import org.outloud.community.sql.QueryText;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.paging.Cursor;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The libraries of all communities. */
@Repository
class Library {

    /**
     * An entry to be changed, which is held.
     *
     * @param made whether the one who changes it made it
     */
    record Held(UUID id, Kind kind, Words words, long version, boolean deleted, boolean made) {}

    private static final String PERSON = """
            json_build_object('id', p.id, 'userName', p.user_name, 'displayName', p.display_name,
              'avatar', p.avatar, 'department', p.department)""";
    private static final String VIEW = """
            select e.id, e.community_id, e.kind, e.title, %s, e.url, e.post_id, e.created_at, e.edited_at, e.version,
              exists (select from library_edition f where f.entry_id = e.id and f.version = 1 and f.editor_id = :viewer) as mine,
              coalesce((select json_agg(json_build_object('person', %s, 'edits', a.edits) order by a.edits desc, a.first)
                from (select d.editor_id, count(*) as edits, min(d.edited_at) as first
                  from library_edition d where d.entry_id = e.id group by d.editor_id) a
                join visible_person(:viewer) p on p.id = a.editor_id), '[]')::text as authors
            from readable_library(:viewer) e
            """;
    private static final String LIST = VIEW.formatted("null::text as body, null::text as body_html", PERSON) + "%s";
    private static final String FIND =
            VIEW.formatted("e.body, e.body_html", PERSON) + "where e.id = :id and e.community_id = :community";
    private static final String EDITIONS = """
            select d.version, d.title, d.body, d.url, d.edited_at, (select %s from visible_person(:viewer) p
              where p.id = d.editor_id)::text as editor
            from readable_library(:viewer) e join library_edition d on d.entry_id = e.id
            where e.id = :id and e.community_id = :community order by d.version desc limit 200
            """.formatted(PERSON);
    private static final String COUNT =
            "select count(*) from library_entry where community_id = :community and deleted_at is null";
    private static final String SAID_HERE =
            "select exists (select from community_post where post_id = :post and community_id = :community and not deleted)";
    private static final String ADD = """
            insert into library_entry (id, community_id, kind, title, body, body_html, url, post_id, created_at, edited_at, version)
            values (:id, :community, :kind, :title, :body, :html, :url, :post, :at, :at, 1)
            on conflict (community_id, post_id) where post_id is not null and deleted_at is null do nothing
            """;
    private static final String KEEP_EDITION = """
            insert into library_edition (entry_id, version, title, body, url, editor_id, edited_at)
            select e.id, e.version, e.title, e.body, e.url, :editor, e.edited_at from library_entry e where e.id = :id
            """;
    private static final String HOLD = """
            select e.id, e.kind, e.title, e.body, e.url, e.version, e.deleted_at is not null as deleted,
              exists (select from library_edition f
                where f.entry_id = e.id and f.version = 1 and f.editor_id = :editor) as made
            from library_entry e where e.id = :id and e.community_id = :community for update
            """;
    private static final String REWRITE = """
            update library_entry set title = :title, body = :body, body_html = :html, url = :url, edited_at = :at,
              version = version + 1
            where id = :id
            """;
    private static final String DELETE = "update library_entry set deleted_at = :at where id = :id";
    private static final String RESTORE = """
            update library_entry e set deleted_at = null where e.id = :id and not exists (
              select from library_entry o
              where o.community_id = e.community_id and o.post_id = e.post_id and o.deleted_at is null)
            """;

    private final DatabaseClient database;

    Library(DatabaseClient database) {
        this.database = database;
    }

    /** A community's entries that the viewer may read, the newest first; those with every word, when words are asked for. */
    Mono<List<LibraryView>> page(
            CommunityId community, PersonId viewer, @Nullable String q, Cursor.@Nullable At after, int most) {
        Criteria criteria = new Criteria().and("e.community_id = :community", "community", community.value());
        List<String> words = q == null ? List.of() : QueryText.words(q);
        if (!words.isEmpty()) {
            criteria.and("e.search @@ to_tsquery('simple', :words)", "words", String.join(" & ", words));
        }
        if (after != null) {
            criteria.and("(e.created_at, e.id) < (:before, :beforeId)", "before", after.time())
                    .with("beforeId", after.id());
        }
        return criteria.with("viewer", viewer.value())
                .with("most", most)
                .on(database, LIST + "order by e.created_at desc, e.id desc limit :most")
                .map(LibraryView::of)
                .all()
                .collectList();
    }

    /** An entry; empty when the viewer may not read it. */
    Mono<LibraryView> find(CommunityId community, UUID id, PersonId viewer) {
        return of(FIND, community, id)
                .bind("viewer", viewer.value())
                .map(LibraryView::of)
                .one();
    }

    /** The versions of an entry, the newest first; none when the viewer may not read it. */
    Flux<Edition> editions(CommunityId community, UUID id, PersonId viewer) {
        return of(EDITIONS, community, id)
                .bind("viewer", viewer.value())
                .map(row -> new Edition(
                        Columns.get(row, "version", Long.class),
                        row.get("editor", String.class),
                        Columns.get(row, "edited_at", Instant.class),
                        Columns.get(row, "title", String.class),
                        row.get("body", String.class),
                        row.get("url", String.class)))
                .all();
    }

    Mono<Long> count(CommunityId community) {
        return database.sql(COUNT)
                .bind("community", community.value())
                .mapValue(Long.class)
                .one();
    }

    /** Whether a post was said in a community and is still there. */
    Mono<Boolean> saidHere(CommunityId community, UUID post) {
        return database.sql(SAID_HERE)
                .bind("community", community.value())
                .bind("post", post)
                .mapValue(Boolean.class)
                .one();
    }

    /** Keeps a new entry; false when the post is kept already. */
    Mono<Boolean> add(
            UUID id,
            CommunityId community,
            Kind kind,
            Words words,
            @Nullable String html,
            @Nullable UUID post,
            PersonId by,
            Instant at) {
        DatabaseClient.GenericExecuteSpec insert = written(of(ADD, community, id), words, html)
                .bind("kind", kind.word())
                .bind("at", at);
        insert = post == null ? insert.bindNull("post", UUID.class) : insert.bind("post", post);
        return insert.fetch()
                .rowsUpdated()
                .flatMap(added ->
                        added == 0 ? Mono.just(false) : keepEdition(id, by).thenReturn(true));
    }

    /** An entry to be changed, taken away ones included; empty when there is none. */
    Mono<Held> hold(CommunityId community, UUID id, PersonId by) {
        return of(HOLD, community, id)
                .bind("editor", by.value())
                .map(Library::toHeld)
                .one();
    }

    Mono<Void> rewrite(UUID id, Words words, @Nullable String html, PersonId by, Instant at) {
        return written(database.sql(REWRITE).bind("id", id), words, html)
                .bind("at", at)
                .then()
                .then(keepEdition(id, by));
    }

    Mono<Void> delete(UUID id, Instant at) {
        return database.sql(DELETE).bind("id", id).bind("at", at).then();
    }

    /** Puts it back; false when its post was kept again meanwhile. */
    Mono<Boolean> restore(UUID id) {
        return database.sql(RESTORE).bind("id", id).fetch().rowsUpdated().map(back -> back == 1);
    }

    private Mono<Void> keepEdition(UUID id, PersonId by) {
        return database.sql(KEEP_EDITION)
                .bind("id", id)
                .bind("editor", by.value())
                .then();
    }

    private DatabaseClient.GenericExecuteSpec of(String statement, CommunityId community, UUID id) {
        return database.sql(statement).bind("id", id).bind("community", community.value());
    }

    private static DatabaseClient.GenericExecuteSpec written(
            DatabaseClient.GenericExecuteSpec statement, Words words, @Nullable String html) {
        DatabaseClient.GenericExecuteSpec titled = statement.bind("title", words.title());
        return nullable(nullable(nullable(titled, "body", words.body()), "html", html), "url", words.url());
    }

    private static DatabaseClient.GenericExecuteSpec nullable(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }

    private static Held toHeld(Readable row) {
        return new Held(
                Columns.get(row, "id", UUID.class),
                Kind.of(Columns.get(row, "kind", String.class)),
                new Words(
                        Columns.get(row, "title", String.class),
                        row.get("body", String.class),
                        row.get("url", String.class)),
                Columns.get(row, "version", Long.class),
                Columns.get(row, "deleted", Boolean.class),
                Columns.get(row, "made", Boolean.class));
    }
}
