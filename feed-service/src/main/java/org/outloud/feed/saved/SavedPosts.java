package org.outloud.feed.saved;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.privacy.Scrub;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What each person keeps. Only what its owner may still read is found; the rest is kept until it can be read again. */
@Repository
public class SavedPosts {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1L, -1L);

    private static final String SAVE = """
            insert into saved_post (person_id, post_id, folder, note) values (:person, :post, :folder, :note)
            on conflict (person_id, post_id) do update set folder = excluded.folder, note = excluded.note
            returning post_id, folder, note, saved_at
            """;
    private static final String OF = """
            select s.post_id, s.folder, s.note, s.saved_at from saved_post s join readable_post(:person) p on p.id = s.post_id
            where s.person_id = :person and s.post_id = :post
            """;
    private static final String PAGE = """
            select s.post_id, s.folder, s.note, s.saved_at from saved_post s join readable_post(:person) p on p.id = s.post_id
            where s.person_id = :person and (s.saved_at, s.post_id) < (:before, :beforeId)
              and (:anywhere or coalesce(s.folder, '') = :folder)
              and lower(concat_ws(' ', s.note, p.body, p.doing, p.learned, p.need)) like :words
            order by s.saved_at desc, s.post_id desc limit :most
            """;
    private static final String FOLDERS = """
            select coalesce(s.folder, '') as folder, count(*) as posts
            from saved_post s join readable_post(:person) p on p.id = s.post_id
            where s.person_id = :person
            group by s.folder order by lower(s.folder) nulls first, s.folder
            """;
    private static final String NAMING = """
            select s.person_id, s.post_id, s.folder, s.note, s.saved_at from saved_post s
            where lower(concat_ws(' ', s.folder, s.note)) like any(:names) for update
            """;
    private static final String REWORD =
            "update saved_post set folder = :folder, note = :note where person_id = :person and post_id = :post";

    private final DatabaseClient database;

    SavedPosts(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a post, or keeps it somewhere else; its place among what is saved stays. */
    Mono<Kept> save(PersonId person, PostId post, SaveRequest how) {
        return worded(database.sql(SAVE), person.value(), post.value(), how.folderName(), how.noteText())
                .map(SavedPosts::toKept)
                .one();
    }

    /** How a person keeps a post, if they do and may read it. */
    Mono<Kept> of(PersonId person, PostId post) {
        return database.sql(OF)
                .bind("person", person.value())
                .bind("post", post.value())
                .map(SavedPosts::toKept)
                .one();
    }

    Mono<Void> letGo(PersonId person, PostId post) {
        return database.sql("delete from saved_post where person_id = :person and post_id = :post")
                .bind("person", person.value())
                .bind("post", post.value())
                .then();
    }

    /**
     * What was saved last comes first.
     *
     * @param folder one folder's, with an empty text what lies in none, with null all
     * @param words some words of the note or the post in lower case; an empty text for all
     */
    Mono<List<Kept>> page(
            PersonId person, @Nullable String folder, String words, Cursor.@Nullable At before, int most) {
        return database.sql(PAGE)
                .bind("person", person.value())
                .bind("before", before == null ? END_OF_TIME : before.time())
                .bind("beforeId", before == null ? LAST : before.id())
                .bind("anywhere", folder == null)
                .bind("folder", folder == null ? "" : folder)
                .bind("words", containing(words))
                .bind("most", most)
                .map(SavedPosts::toKept)
                .all()
                .collectList();
    }

    /** The folders that hold something the person may read, by name; first what lies in none. */
    Mono<List<Folder>> folders(PersonId person) {
        return database.sql(FOLDERS)
                .bind("person", person.value())
                .map(row -> new Folder(
                        Objects.requireNonNull(row.get("folder", String.class)),
                        Objects.requireNonNull(row.get("posts", Long.class))))
                .all()
                .collectList();
    }

    /** Takes a name out of folders and notes, whoever wrote them. */
    public Mono<Void> scrub(Scrub scrub) {
        return database.sql(NAMING)
                .bind("names", scrub.patterns())
                .map(row -> new Note(Objects.requireNonNull(row.get("person_id", UUID.class)), toKept(row)))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(note -> worded(
                                database.sql(REWORD),
                                note.person(),
                                note.kept().post().value(),
                                scrub.of(note.kept().saved().folder()),
                                scrub.of(note.kept().saved().note()))
                        .then())
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec worded(
            DatabaseClient.GenericExecuteSpec write,
            UUID person,
            UUID post,
            @Nullable String folder,
            @Nullable String note) {
        DatabaseClient.GenericExecuteSpec bound = write.bind("person", person).bind("post", post);
        bound = folder == null ? bound.bindNull("folder", String.class) : bound.bind("folder", folder);
        return note == null ? bound.bindNull("note", String.class) : bound.bind("note", note);
    }

    private static String containing(String words) {
        return "%" + words.toLowerCase(Locale.ROOT).strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static Kept toKept(Readable row) {
        return new Kept(
                new PostId(Objects.requireNonNull(row.get("post_id", UUID.class))),
                new Saved(
                        row.get("folder", String.class),
                        row.get("note", String.class),
                        Objects.requireNonNull(row.get("saved_at", Instant.class))));
    }

    /** A post by its id, and how it is kept. */
    record Kept(PostId post, Saved saved) {}

    /** A folder and how many posts of it its owner may read; the empty name is for what lies in none. */
    record Folder(String folder, long posts) {}

    private record Note(UUID person, Kept kept) {}
}
