package org.outloud.community.landscape;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.contracts.event.PostPublished;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What was said where everybody may read it: posts to everyone, and in communities that are open. Anything else leaves
 * nothing here, so that no gap and no overlap can tell of it. Comments do not count: they follow a post.
 */
@Repository
class OpenPosts {

    private static final String KEEP = """
            insert into open_post as kept (post_id, version, author_id, community_id, said_at, asks, stems, words, tags)
            select :post, :version, :author, :community, :at, :asks, :stems, :words, :tags
            where :community::uuid is null
              or exists (select 1 from community c where c.id = :community and c.visibility = 'open')
            on conflict (post_id) do update set version = excluded.version, community_id = excluded.community_id,
              said_at = excluded.said_at, asks = excluded.asks, stems = excluded.stems, words = excluded.words,
              tags = excluded.tags
            where kept.version < excluded.version
            """;
    /** It went where not everybody may read. */
    private static final String WITHDRAW = """
            update open_post set version = :version, asks = false, stems = '{}', words = '{}', tags = '{}'
            where post_id = :post and version < :version
            """;

    private static final String EMPTY = """
            insert into open_post as kept (post_id, version, author_id, said_at, asks, stems, words, tags)
            values (:post, :version, :author, :at, false, '{}', '{}', '{}')
            on conflict (post_id) do update
              set version = excluded.version, asks = false, stems = '{}', words = '{}', tags = '{}'
            where kept.version < excluded.version
            """;
    private static final String SPOKEN = """
            select o.post_id, o.author_id, o.said_at, o.asks, o.stems, o.words, o.tags
            from open_post o join person p on p.id = o.author_id and p.active
            where o.community_id is null and o.said_at > :since and cardinality(o.stems) > 0
            order by o.said_at desc, o.post_id limit :most
            """;
    private static final String TAGS = """
            select o.community_id, tag, count(distinct o.author_id)::int as people
            from open_post o
            join community c on c.id = o.community_id and c.visibility = 'open'
            join person p on p.id = o.author_id and p.active
            cross join lateral unnest(o.tags) as tag
            where o.said_at > :since
            group by o.community_id, tag
            """;

    private final DatabaseClient database;

    OpenPosts(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps the words of a post that everybody may read. */
    Mono<Void> published(PostPublished post) {
        if (!post.id().equals(post.rootId())) {
            return Mono.empty();
        }
        if (!post.audience().equals("everyone") && post.communityId() == null) {
            return empty(post.id().value(), post.version(), post.author(), post.createdAt());
        }
        Map<String, String> words = words(post);
        Row row = new Row(
                post.id().value(),
                post.version(),
                post.author().value(),
                value(post.communityId()),
                post.createdAt(),
                post.kind().equals("question") || post.need() != null);
        return database.sql(KEEP)
                .bindProperties(row)
                .bind("stems", words.keySet().toArray(String[]::new))
                .bind("words", words.values().toArray(String[]::new))
                .bind("tags", post.tags().stream().map(Speech::stem).distinct().toArray(String[]::new))
                .then()
                .then(database.sql(WITHDRAW)
                        .bind("post", post.id().value())
                        .bind("version", post.version())
                        .then());
    }

    /** Forgets the words of a post that is gone, and that there were any, for a while. */
    Mono<Void> deleted(PostDeleted post) {
        return empty(post.id().value(), post.version(), post.author(), post.at());
    }

    /** The newest posts outside of communities, by people who work here. */
    Mono<List<Spoken>> since(Instant since, int most) {
        return database.sql(SPOKEN)
                .bind("since", since)
                .bind("most", most)
                .map(OpenPosts::toSpoken)
                .all()
                .collectList();
    }

    /** How many people used which tag in which open community. */
    Mono<Map<UUID, Map<String, Integer>>> tags(Instant since) {
        return database.sql(TAGS)
                .bind("since", since)
                .map(row -> new Tag(
                        Columns.get(row, "community_id", UUID.class),
                        Columns.get(row, "tag", String.class),
                        Columns.get(row, "people", Integer.class)))
                .all()
                .collect(Collectors.groupingBy(
                        Tag::community, Collectors.toMap(Tag::tag, Tag::people, Integer::sum, LinkedHashMap::new)));
    }

    /** Lets go of what is no longer looked at. */
    Mono<Void> forgetBefore(Instant since) {
        return database.sql("delete from open_post where said_at <= :since")
                .bind("since", since)
                .then();
    }

    private Mono<Void> empty(UUID post, long version, PersonId author, Instant at) {
        return database.sql(EMPTY)
                .bind("post", post)
                .bind("version", version)
                .bind("author", author.value())
                .bind("at", at)
                .then();
    }

    private static Map<String, String> words(PostPublished post) {
        String text = Stream.of(post.body(), post.doing(), post.learned(), post.need())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("\n"));
        Map<String, String> words = new LinkedHashMap<>(Speech.words(text));
        post.tags().forEach(tag -> words.putIfAbsent(Speech.stem(tag), tag));
        return words;
    }

    private static @Nullable UUID value(@Nullable CommunityId community) {
        return community == null ? null : community.value();
    }

    private static Spoken toSpoken(Readable row) {
        return new Spoken(
                Columns.get(row, "post_id", UUID.class),
                Columns.get(row, "author_id", UUID.class),
                Columns.get(row, "said_at", Instant.class),
                Columns.get(row, "asks", Boolean.class),
                Arrays.asList(Columns.get(row, "stems", String[].class)),
                Arrays.asList(Columns.get(row, "words", String[].class)),
                set(Columns.get(row, "tags", String[].class)));
    }

    private static Set<String> set(String[] tags) {
        return new LinkedHashSet<>(Arrays.asList(tags));
    }

    private record Tag(UUID community, String tag, int people) {}

    private record Row(
            UUID post, long version, UUID author, @Nullable UUID community, Instant at, boolean asks) {}
}
