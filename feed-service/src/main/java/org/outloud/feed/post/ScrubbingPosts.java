package org.outloud.feed.post;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.PostPublished;
import org.outloud.feed.person.People;
import org.outloud.platform.outbox.Outbox;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Takes a name out of everything that was ever said here, and tells it again without. Looks at every text there is, which
 * takes seconds at a million posts: nobody waits for it.
 */
@Repository
public class ScrubbingPosts {

    private static final String FIND = """
            select p.id, p.version, p.kind, p.author_id, p.root_id, p.in_reply_to, p.audience, p.community_id, p.body, p.doing,
              p.learned, p.need, p.tags, p.mentions, p.created_at, p.deleted_at is not null as deleted,
              array(select r.person_id from post_reader r
                where p.audience = 'people' and p.in_reply_to is null and r.root_id = p.id) as readers
            from post p
            where :person = any(p.mentions)
              or lower(concat_ws(' ', p.body, p.doing, p.learned, p.need)) like any(:names)
            order by p.id for update
            """;
    private static final String KEEP = """
            update post set version = version + 1, body = :body, body_html = :bodyHtml, doing = :doing,
              doing_html = :doingHtml, learned = :learned, learned_html = :learnedHtml, need = :need, need_html = :needHtml
            where id = :id
            """;
    private static final String BLANK_DELETED = """
            update post set body = null, body_html = null, doing = null, doing_html = null, learned = null,
              learned_html = null, need = null, need_html = null, tags = '{}', mentions = '{}'
            where author_id = :person and deleted_at is not null
            """;

    private final DatabaseClient database;
    private final People people;
    private final Outbox outbox;

    ScrubbingPosts(DatabaseClient database, People people, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
    }

    /** Replaces a person's names; the person is known by the pseudonym already. Joins the caller's transaction. */
    public Mono<Void> scrub(PersonId person, Scrub scrub) {
        return database.sql(FIND)
                .bind("person", person.value())
                .bind("names", scrub.patterns())
                .map(ScrubbingPosts::toSaid)
                .all()
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(said -> tellAgain(said, scrub.of(said.words())))
                .then();
    }

    /** What a person took away is not kept under a pseudonym either. */
    public Mono<Void> blankDeleted(PersonId person) {
        return database.sql(BLANK_DELETED).bind("person", person.value()).then();
    }

    private Mono<Void> tellAgain(Said said, Words words) {
        if (words.equals(said.words())) {
            return Mono.empty();
        }
        Set<String> names = RenderingPosts.mentionedIn(words);
        return people.byUserName(names)
                .map(known -> RenderingPosts.rendering(words, mentioned(known, said.mentions())))
                .flatMap(rendering -> keep(said, words, rendering.rendered()))
                .then(said.deleted() ? Mono.empty() : Mono.defer(() -> outbox.append(said.toEvent(words))));
    }

    /** Only what was a mention before is one now. */
    private static Map<String, PersonId> mentioned(Map<String, PersonId> known, List<UUID> mentions) {
        return known.entrySet().stream()
                .filter(each -> mentions.contains(each.getValue().value()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Mono<Void> keep(Said said, Words words, Rendered html) {
        return database.sql(KEEP)
                .bindProperties(new Row(
                        said.id(),
                        words.body(),
                        html.body(),
                        words.doing(),
                        html.doing(),
                        words.learned(),
                        html.learned(),
                        words.need(),
                        html.need()))
                .then();
    }

    private static Said toSaid(Readable row) {
        return new Said(
                get(row, "id", UUID.class),
                get(row, "version", Long.class),
                get(row, "kind", String.class),
                get(row, "author_id", UUID.class),
                get(row, "root_id", UUID.class),
                row.get("in_reply_to", UUID.class),
                get(row, "audience", String.class),
                row.get("community_id", UUID.class),
                Words.of(
                        row.get("body", String.class),
                        row.get("doing", String.class),
                        row.get("learned", String.class),
                        row.get("need", String.class)),
                Arrays.asList(get(row, "tags", String[].class)),
                Arrays.asList(get(row, "mentions", UUID[].class)),
                Arrays.asList(get(row, "readers", UUID[].class)),
                get(row, "created_at", Instant.class),
                get(row, "deleted", Boolean.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    private record Said(
            UUID id,
            long version,
            String kind,
            UUID author,
            UUID root,
            @Nullable UUID inReplyTo,
            String audience,
            @Nullable UUID community,
            Words words,
            List<String> tags,
            List<UUID> mentions,
            List<UUID> readers,
            Instant createdAt,
            boolean deleted) {

        PostPublished toEvent(Words scrubbed) {
            return new PostPublished(
                    new PostId(id),
                    version + 1,
                    kind,
                    new PersonId(author),
                    new PostId(root),
                    inReplyTo == null ? null : new PostId(inReplyTo),
                    audience,
                    community == null ? null : new CommunityId(community),
                    readers,
                    scrubbed.body(),
                    scrubbed.doing(),
                    scrubbed.learned(),
                    scrubbed.need(),
                    tags,
                    mentions,
                    createdAt,
                    true);
        }
    }

    private record Row(
            UUID id,
            @Nullable String body,
            @Nullable String bodyHtml,
            @Nullable String doing,
            @Nullable String doingHtml,
            @Nullable String learned,
            @Nullable String learnedHtml,
            @Nullable String need,
            @Nullable String needHtml) {}
}
