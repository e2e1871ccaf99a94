package org.outloud.feed.post;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.PostPublished;

/**
 * A post or comment as it stands in the table, to be told again in other words.
 *
 * @param withdrawn whether it is deleted or hidden, so that nobody is to hear of it
 */
record Said(
        UUID id,
        long version,
        String kind,
        UUID author,
        UUID root,
        UUID rootAuthor,
        @Nullable UUID inReplyTo,
        String audience,
        @Nullable UUID community,
        Words words,
        List<String> tags,
        List<UUID> mentions,
        List<UUID> readers,
        Instant createdAt,
        @Nullable Instant editedAt,
        boolean withdrawn) {

    /** What to select from {@code post p}. */
    static final String COLUMNS = """
            p.id, p.version, p.kind, p.author_id, p.root_id, p.root_author_id, p.in_reply_to, p.audience, p.community_id,
              p.body, p.doing, p.learned, p.need, p.tags, p.mentions, p.created_at, p.edited_at,
              p.deleted_at is not null or p.hidden_at is not null as withdrawn,
              array(select r.person_id from post_reader r
                where p.audience = 'people' and p.in_reply_to is null and r.root_id = p.id) as readers
            """;

    static Said of(Readable row) {
        return new Said(
                get(row, "id", UUID.class),
                get(row, "version", Long.class),
                get(row, "kind", String.class),
                get(row, "author_id", UUID.class),
                get(row, "root_id", UUID.class),
                get(row, "root_author_id", UUID.class),
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
                row.get("edited_at", Instant.class),
                get(row, "withdrawn", Boolean.class));
    }

    /** Since when it says what it says. */
    Instant writtenAt() {
        return editedAt == null ? createdAt : editedAt;
    }

    /** In other words, about the same and to the same people. */
    Said reworded(Words others) {
        return reworded(others, tags, mentions);
    }

    Said reworded(Words others, List<String> about, List<UUID> mentioned) {
        return new Said(
                id,
                version,
                kind,
                author,
                root,
                rootAuthor,
                inReplyTo,
                audience,
                community,
                others,
                about,
                mentioned,
                readers,
                createdAt,
                editedAt,
                withdrawn);
    }

    /** Told again: it notifies nobody, and whoever keeps a copy replaces it. */
    PostPublished toldAgain(long at) {
        return new PostPublished(
                new PostId(id),
                at,
                kind,
                new PersonId(author),
                new PostId(root),
                inReplyTo == null ? null : new PostId(inReplyTo),
                audience,
                community == null ? null : new CommunityId(community),
                readers,
                words.body(),
                words.doing(),
                words.learned(),
                words.need(),
                tags,
                mentions,
                createdAt,
                true);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
