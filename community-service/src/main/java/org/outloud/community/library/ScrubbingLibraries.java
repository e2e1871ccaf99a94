package org.outloud.community.library;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.person.People;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.PersonId;
import org.outloud.platform.markdown.Markdown;
import org.outloud.platform.privacy.Scrub;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Takes a name out of all libraries, out of what they said before as well; whoever edits with the name before their eyes is refused
 * as stale. Whoever wrote stays an author, under a pseudonym. */
@Repository
public class ScrubbingLibraries {

    private static final String NAMING = """
            select e.id, e.title, e.body from library_entry e
            where lower(e.title) like any(:names) or lower(coalesce(e.body, '')) like any(:names) for update
            """;
    private static final String REWORD = """
            update library_entry set title = :title, body = :body, body_html = nullif(:html, ''), version = version + 1
            where id = :id
            """;
    private static final String NAMING_BEFORE = """
            select d.entry_id, d.version, d.title, d.body from library_edition d
            where lower(d.title) like any(:names) or lower(coalesce(d.body, '')) like any(:names) for update
            """;
    private static final String REWORD_BEFORE =
            "update library_edition set title = :title, body = :body where entry_id = :id and version = :version";

    private final DatabaseClient database;
    private final People people;

    ScrubbingLibraries(DatabaseClient database, People people) {
        this.database = database;
        this.people = people;
    }

    /** Takes a name out. */
    public Mono<Void> scrub(Scrub scrub) {
        return entries(scrub).then(Mono.defer(() -> editions(scrub)));
    }

    private Mono<Void> entries(Scrub scrub) {
        return database.sql(NAMING)
                .bind("names", scrub.patterns())
                .map(row -> new Said(
                        Columns.get(row, "id", UUID.class),
                        0,
                        scrub.of(row.get("title", String.class)),
                        scrub.of(row.get("body", String.class))))
                .all()
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(said -> html(said.body())
                        .flatMap(html ->
                                said.on(database.sql(REWORD)).bind("html", html).then()))
                .then();
    }

    private Mono<Void> editions(Scrub scrub) {
        return database.sql(NAMING_BEFORE)
                .bind("names", scrub.patterns())
                .map(row -> new Said(
                        Columns.get(row, "entry_id", UUID.class),
                        Columns.get(row, "version", Long.class),
                        scrub.of(row.get("title", String.class)),
                        scrub.of(row.get("body", String.class))))
                .all()
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(said -> said.on(database.sql(REWORD_BEFORE))
                        .bind("version", said.version())
                        .then())
                .then();
    }

    /** Empty for nothing. */
    private Mono<String> html(@Nullable String body) {
        if (body == null) {
            return Mono.just("");
        }
        Mono<Map<String, PersonId>> known = people.named(Markdown.mentionedIn(body));
        return known.map(named -> Markdown.render(body, named, new LinkedHashSet<>()));
    }

    private record Said(
            UUID id,
            long version,
            @Nullable String title,
            @Nullable String body) {

        DatabaseClient.GenericExecuteSpec on(DatabaseClient.GenericExecuteSpec statement) {
            DatabaseClient.GenericExecuteSpec titled = statement.bind("id", id).bind("title", String.valueOf(title));
            return body == null ? titled.bindNull("body", String.class) : titled.bind("body", body);
        }
    }
}
