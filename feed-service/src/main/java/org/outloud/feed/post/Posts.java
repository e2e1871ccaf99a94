package org.outloud.feed.post;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.platform.problem.Invalid;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All posts and comments, as they are written. */
@Repository
class Posts {

    private static final String INSERT = """
            insert into post (id, kind, author_id, root_id, root_author_id, in_reply_to, audience, community_id,
              body, body_html, doing, doing_html, learned, learned_html, need, need_html, tags, mentions, shared_id, link, created_at)
            values (:id, :kind, :author, :root, :rootAuthor, :inReplyTo, :audience, :community,
              :body, :bodyHtml, :doing, :doingHtml, :learned, :learnedHtml, :need, :needHtml, :tags, :mentions, :shared, :link,
              :createdAt)
            """;
    /** Whoever posts finds it at home at once; its other readers a moment later. */
    private static final String AT_HOME = """
            insert into timeline (owner_id, created_at, post_id) values (:author, :createdAt, :id) on conflict do nothing
            """;

    private static final String WANTED = """
            insert into link_preview (url) values (:url)
            on conflict (url) do update set state = 'waiting', tries = 0, due_at = now()
              where link_preview.fetched_at < now() - interval '7 days'
            """;

    private static final String ATTACH = """
            update attachment a set post_id = :post, place = x.place, description = nullif(x.description, '')
            from unnest(:ids::uuid[], :descriptions::text[]) with ordinality as x (id, description, place)
            where a.id = x.id and a.owner_id = :author and a.post_id is null
            """;
    private static final String ADMIT = """
            insert into post_reader (root_id, person_id) select :root, id from unnest(:readers::uuid[]) as id
            on conflict do nothing
            """;
    private static final String STANDING = """
            select p.id, p.author_id, p.root_id, p.root_author_id, p.in_reply_to, p.audience, p.community_id, p.version
            from readable_post(:viewer) p where p.id = :id
            """;
    private static final String COUNT_COMMENT = "update post set comment_count = comment_count + :by where id = :root";
    private static final String DELETE = """
            update post set deleted_at = now(), deleted_by = :by, version = version + 1
            where id = :id and deleted_at is null returning version
            """;
    private static final String RESTORE = """
            with back as (
              update post p set deleted_at = null, deleted_by = null, version = version + 1
              where p.id = :id and p.author_id = :author and p.deleted_by = :author and p.deleted_at > :since
                and p.purged_at is null and p.hidden_at is null
                and (p.in_reply_to is null or exists (select from readable_post(:author) r where r.id = p.root_id))
              returning p.*)
            select %s from back p
            """.formatted(Said.COLUMNS);
    private static final String HIDE = """
            update post set hidden_at = now(), version = version + 1 where id = :id and hidden_at is null
            returning id, version, author_id, root_id, in_reply_to is not null as comment, deleted_at is not null as deleted
            """;
    private static final String SHOW = """
            with back as (
              update post p set hidden_at = null, version = version + 1 where p.id = :id and p.hidden_at is not null
              returning p.*)
            select %s from back p
            """.formatted(Said.COLUMNS);
    private static final String ANSWER =
            "update post set answer_id = :answer, version = version + 1 where id = :id returning version";
    private static final String FORGET_ANSWER =
            "update post set answer_id = null, version = version + 1 where id = :root and answer_id = :answer";

    private final DatabaseClient database;

    Posts(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Post post) {
        return database.sql(INSERT)
                .bindProperties(Row.of(post))
                .then()
                .then(admit(post.conversation().root(), post.readersToKeep()))
                .then(
                        post.kind() == Kind.COMMENT
                                ? countComment(post.conversation().root(), 1)
                                : bringHome(post))
                .then(wanted(post.link()));
    }

    /** What a page says of itself is asked later, and again when that is long ago. */
    Mono<Void> wanted(@Nullable String link) {
        return link == null
                ? Mono.empty()
                : database.sql(WANTED).bind("url", link).then();
    }

    /** Gives a post the pictures and files that its author sent for it. */
    Mono<Void> attach(PostId post, PersonId author, List<Attached> attachments) {
        if (attachments.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(ATTACH)
                .bind("post", post.value())
                .bind("author", author.value())
                .bind("ids", attachments.stream().map(Attached::id).toArray(UUID[]::new))
                .bind(
                        "descriptions",
                        attachments.stream()
                                .map(each -> Objects.requireNonNullElse(each.description(), ""))
                                .toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .filter(attached -> attached == attachments.size())
                .switchIfEmpty(Mono.error(() -> Invalid.field(
                        "attachments", "unknown-value", "Send each file first, and name it in one post once.")))
                .then();
    }

    private Mono<Void> bringHome(Post post) {
        return database.sql(AT_HOME)
                .bind("author", post.author().value())
                .bind("createdAt", post.createdAt())
                .bind("id", post.id().value())
                .then();
    }

    /** Lets people read a thread that is for people named. */
    Mono<Void> admit(PostId root, List<UUID> readers) {
        if (readers.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(ADMIT)
                .bind("root", root.value())
                .bind("readers", readers.toArray(UUID[]::new))
                .then();
    }

    private Mono<Void> countComment(PostId root, int by) {
        return database.sql(COUNT_COMMENT)
                .bind("by", by)
                .bind("root", root.value())
                .then();
    }

    /** Where a post stands, if the viewer may read it. */
    Mono<Placed> placed(PostId id, PersonId viewer) {
        return database.sql(STANDING)
                .bind("viewer", viewer.value())
                .bind("id", id.value())
                .map(Posts::toPlaced)
                .one();
    }

    /** Takes a post away; empty when somebody else just did. The version it now has. */
    Mono<Long> delete(Placed post, PersonId by) {
        return database.sql(DELETE)
                .bind("id", post.id().value())
                .bind("by", by.value())
                .mapValue(Long.class)
                .one()
                .flatMap(version -> post.inReplyTo() == null
                        ? Mono.just(version)
                        : countComment(post.conversation().root(), -1)
                                .then(forgetAnswer(post.conversation().root(), post.id()))
                                .thenReturn(version));
    }

    /** Brings back what its author took away since a moment; empty when there is no such thing. */
    Mono<Said> restore(PostId id, PersonId author, Instant since) {
        return database.sql(RESTORE)
                .bind("id", id.value())
                .bind("author", author.value())
                .bind("since", since)
                .map(Said::of)
                .one()
                .flatMap(said -> said.inReplyTo() == null
                        ? Mono.just(said)
                        : countComment(new PostId(said.root()), 1).thenReturn(said));
    }

    /** Hides a post or comment; empty when it is hidden already. */
    Mono<HidingPosts.Hidden> hide(PostId id) {
        return database.sql(HIDE)
                .bind("id", id.value())
                .map(HidingPosts.Hidden::of)
                .one()
                .flatMap(hidden -> !hidden.comment() || hidden.deleted()
                        ? Mono.just(hidden)
                        : countComment(hidden.root(), -1)
                                .then(forgetAnswer(hidden.root(), id))
                                .thenReturn(hidden));
    }

    /** Shows what was hidden; empty when it was not. */
    Mono<Said> show(PostId id) {
        return database.sql(SHOW)
                .bind("id", id.value())
                .map(Said::of)
                .one()
                .flatMap(said -> said.inReplyTo() == null || said.withdrawn()
                        ? Mono.just(said)
                        : countComment(new PostId(said.root()), 1).thenReturn(said));
    }

    private Mono<Void> forgetAnswer(PostId root, PostId comment) {
        return database.sql(FORGET_ANSWER)
                .bind("root", root.value())
                .bind("answer", comment.value())
                .then();
    }

    /** Accepts an answer, or none; the version that the post now has. */
    Mono<Long> answer(PostId id, @Nullable PostId answer) {
        DatabaseClient.GenericExecuteSpec update = database.sql(ANSWER).bind("id", id.value());
        update = answer == null ? update.bindNull("answer", UUID.class) : update.bind("answer", answer.value());
        return update.mapValue(Long.class).one();
    }

    private static Placed toPlaced(Readable row) {
        UUID community = row.get("community_id", UUID.class);
        UUID inReplyTo = row.get("in_reply_to", UUID.class);
        Post.Conversation conversation = new Post.Conversation(
                new PostId(uuid(row, "root_id")),
                new PersonId(uuid(row, "root_author_id")),
                audience(Objects.requireNonNull(row.get("audience", String.class)), community),
                null);
        return new Placed(
                new PostId(uuid(row, "id")),
                new PersonId(uuid(row, "author_id")),
                conversation,
                inReplyTo == null ? null : new PostId(inReplyTo));
    }

    private static Audience audience(String word, @Nullable UUID community) {
        return switch (word) {
            case "followers" -> new Audience.Followers();
            case "people" -> new Audience.People(List.of());
            case "community" -> new Audience.Community(new CommunityId(Objects.requireNonNull(community)));
            default -> new Audience.Everyone();
        };
    }

    private static UUID uuid(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }

    /** A post that is there: who wrote it and in which thread. */
    record Placed(
            PostId id,
            PersonId author,
            Post.Conversation conversation,
            @Nullable PostId inReplyTo) {}

    /** One row, by parameter name; arrays, because that is what the driver binds. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(
            UUID id,
            String kind,
            UUID author,
            UUID root,
            UUID rootAuthor,
            @Nullable UUID inReplyTo,
            String audience,
            @Nullable UUID community,
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
            @Nullable UUID shared,
            @Nullable String link,
            Instant createdAt) {

        static Row of(Post post) {
            Post.Conversation conversation = post.conversation();
            CommunityId community = conversation.audience().communityId();
            PostId inReplyTo = conversation.inReplyTo();
            PostId shared = post.shared();
            return new Row(
                    post.id().value(),
                    post.kind().word(),
                    post.author().value(),
                    conversation.root().value(),
                    conversation.rootAuthor().value(),
                    inReplyTo == null ? null : inReplyTo.value(),
                    conversation.audience().type(),
                    community == null ? null : community.value(),
                    post.words().body(),
                    post.rendered().body(),
                    post.words().doing(),
                    post.rendered().doing(),
                    post.words().learned(),
                    post.rendered().learned(),
                    post.words().need(),
                    post.rendered().need(),
                    post.tags().toArray(String[]::new),
                    post.mentions().stream().map(PersonId::value).toArray(UUID[]::new),
                    shared == null ? null : shared.value(),
                    post.link(),
                    post.createdAt());
        }
    }
}
