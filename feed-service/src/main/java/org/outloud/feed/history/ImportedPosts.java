package org.outloud.feed.history;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.outloud.platform.outbox.Outbox;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps imported posts and comments, a batch with one statement; what is there already stays as it is. */
@Repository
class ImportedPosts {

    private static final String INSERT = """
            insert into post (id, external_id, kind, author_id, root_id, root_author_id, in_reply_to, audience,
              community_id, body, body_html, doing, doing_html, learned, learned_html, need, need_html, tags, mentions,
              created_at)
            select id, external_id, kind, author_id, root_id, root_author_id, in_reply_to, audience,
              community_id, body, body_html, doing, doing_html, learned, learned_html, need, need_html, tags, mentions,
              created_at
            from jsonb_to_recordset(:rows::jsonb) as r (id uuid, external_id text, kind text, author_id uuid,
              root_id uuid, root_author_id uuid, in_reply_to uuid, audience text, community_id uuid, body text,
              body_html text, doing text, doing_html text, learned text, learned_html text, need text, need_html text,
              tags text[], mentions uuid[], created_at timestamptz)
            on conflict (external_id) do nothing
            returning id
            """;
    private static final String COUNT = """
            update post set comment_count = comment_count + c.n
            from (select root_id, count(*) as n from post where id = any(:ids) and in_reply_to is not null
              group by root_id) c
            where post.id = c.root_id
            """;

    private static final String ACCEPT = """
            update post set answer_id = :answer, version = version + 1
            where id = :post and answer_id is distinct from :answer returning version
            """;

    private final DatabaseClient database;
    private final Outbox outbox;
    private final JsonMapper json;

    ImportedPosts(DatabaseClient database, Outbox outbox, JsonMapper json) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
    }

    /** Adds rows with their events; the answer holds the ids of those that were not there yet. */
    Mono<Set<UUID>> add(List<ImportedPost> rows) {
        if (rows.isEmpty()) {
            return Mono.just(Set.of());
        }
        return database.sql(INSERT)
                .bind("rows", json.writeValueAsString(rows))
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .all()
                .collect(Collectors.toSet())
                .flatMap(added -> count(added)
                        .then(outbox.append(rows.stream()
                                .filter(row -> added.contains(row.id()))
                                .map(ImportedPost::toEvent)
                                .toList()))
                        .thenReturn(added));
    }

    /** Accepts a comment as the answer; the version of the post, or nothing when it was accepted before. */
    Mono<Long> accept(UUID post, UUID answer) {
        return database.sql(ACCEPT)
                .bind("answer", answer)
                .bind("post", post)
                .mapValue(Long.class)
                .one();
    }

    private Mono<Void> count(Set<UUID> added) {
        return database.sql(COUNT).bind("ids", added.toArray(UUID[]::new)).then();
    }
}
