package org.outloud.feed.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.PostPublished;

/** One row to bring in; the names are the database's, because the whole batch travels as one JSON array. */
record ImportedPost(
        UUID id,
        String external_id,
        String kind,
        UUID author_id,
        UUID root_id,
        UUID root_author_id,
        @Nullable UUID in_reply_to,
        String audience,
        @Nullable UUID community_id,
        @Nullable String body,
        @Nullable String body_html,
        @Nullable String doing,
        @Nullable String doing_html,
        @Nullable String learned,
        @Nullable String learned_html,
        @Nullable String need,
        @Nullable String need_html,
        List<String> tags,
        List<UUID> mentions,
        Instant created_at) {

    PostPublished toEvent() {
        return new PostPublished(
                new PostId(id),
                1,
                kind,
                new PersonId(author_id),
                new PostId(root_id),
                in_reply_to == null ? null : new PostId(in_reply_to),
                audience,
                community_id == null ? null : new CommunityId(community_id),
                List.of(),
                body,
                doing,
                learned,
                need,
                tags,
                mentions,
                created_at,
                true);
    }
}
