package org.outloud.feed.attachment;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Pictures and files, each for whoever may read its post. */
@Repository
class Attachments {

    /** So many unused ones a person; they go by themselves after a day. */
    private static final int MOST_UNUSED = 30;

    private static final String ADD = """
            insert into attachment (id, owner_id, kind, name, media_type, size, width, height, created_at)
            select :id, :owner, :kind, :name, :mediaType, :size, :width, :height, now()
            where (select count(*) from attachment a where a.owner_id = :owner and a.post_id is null) < :most
            returning id
            """;
    private static final String ADD_CONTENT =
            "insert into attachment_content (attachment_id, whole, preview) values (:id, :whole, :preview)";
    private static final String READABLE = """
            select a.name, a.kind, a.media_type, %s as content
            from attachment a join attachment_content c on c.attachment_id = a.id
            where a.id = :id and case when a.post_id is null then a.owner_id = :viewer
              else exists (select from readable_post(:viewer) p where p.id = a.post_id) end
            """;

    /** What is reported is looked at by moderators, wherever it stands; what its author took away is not. */
    private static final String REPORTED = """
            select a.name, a.kind, a.media_type, %s as content
            from moderation_case m join post p on p.id = m.post_id join attachment a on a.post_id = p.id
              join attachment_content c on c.attachment_id = a.id
            where m.id = :case and a.id = :id and p.deleted_at is null
            """;

    private final DatabaseClient database;

    Attachments(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps one that no post has yet; empty when its owner has too many such. */
    @Transactional
    public Mono<Attachment> add(PersonId owner, Prepared prepared) {
        UUID id = UUID.randomUUID();
        DatabaseClient.GenericExecuteSpec add = database.sql(ADD)
                .bind("id", id)
                .bind("owner", owner.value())
                .bind("kind", prepared.kind())
                .bind("name", prepared.name())
                .bind("mediaType", prepared.mediaType())
                .bind("size", prepared.whole().length)
                .bind("most", MOST_UNUSED);
        add = prepared.width() == null ? add.bindNull("width", Integer.class) : add.bind("width", prepared.width());
        add = prepared.height() == null ? add.bindNull("height", Integer.class) : add.bind("height", prepared.height());
        Attachment attachment = new Attachment(
                id,
                prepared.kind(),
                prepared.name(),
                prepared.mediaType(),
                prepared.whole().length,
                prepared.width(),
                prepared.height());
        return add.mapValue(UUID.class)
                .one()
                .flatMap(added -> addContent(added, prepared).thenReturn(attachment));
    }

    private Mono<Void> addContent(UUID id, Prepared prepared) {
        DatabaseClient.GenericExecuteSpec add =
                database.sql(ADD_CONTENT).bind("id", id).bind("whole", prepared.whole());
        add = prepared.preview() == null
                ? add.bindNull("preview", byte[].class)
                : add.bind("preview", prepared.preview());
        return add.then();
    }

    /** One as the viewer may have it. */
    Mono<Served> find(UUID id, PersonId viewer, boolean preview) {
        return served(database.sql(READABLE.formatted(content(preview)))
                .bind("id", id)
                .bind("viewer", viewer.value()));
    }

    /** One of what a case is about, for whoever may look at cases. */
    Mono<Served> reported(UUID moderationCase, UUID id, boolean preview) {
        return served(database.sql(REPORTED.formatted(content(preview)))
                .bind("id", id)
                .bind("case", moderationCase));
    }

    private static String content(boolean preview) {
        return preview ? "coalesce(c.preview, c.whole)" : "c.whole";
    }

    private static Mono<Served> served(DatabaseClient.GenericExecuteSpec query) {
        return query.map(row -> new Served(
                        Objects.requireNonNull(row.get("name", String.class)),
                        Objects.requireNonNull(row.get("kind", String.class)),
                        Objects.requireNonNull(row.get("media_type", String.class)),
                        Objects.requireNonNull(row.get("content", byte[].class))))
                .one();
    }

    /** Takes back one that no post has. */
    Mono<Void> discard(UUID id, PersonId owner) {
        return database.sql("delete from attachment where id = :id and owner_id = :owner and post_id is null")
                .bind("id", id)
                .bind("owner", owner.value())
                .then();
    }

    /** Forgets what no post has had for so long. */
    Mono<Void> forgetUnused(Duration age) {
        return database.sql(
                        "delete from attachment where post_id is null and created_at < now() - make_interval(secs => :age)")
                .bind("age", age.toSeconds())
                .then();
    }

    /** Content in one size. */
    @SuppressWarnings("ArrayRecordComponent")
    record Served(String name, String kind, String mediaType, byte[] content) {}
}
