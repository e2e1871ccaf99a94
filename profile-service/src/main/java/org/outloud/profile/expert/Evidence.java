package org.outloud.profile.expert;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.event.AnswerChanged;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.contracts.event.PostPublished;
import org.outloud.contracts.event.RecognitionChanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What the topics tell of posts, thanks, answers and memberships. Older versions change nothing. */
@Repository
class Evidence {

    private static final String KEEP_POST = """
            insert into evidence_post (id, version, author_id, root_id, reply, audience, community_id, readers, mentions,
              said, asked, created_at, deleted)
            values (:id, :version, :author, :root, :reply, :audience, :community, :readers, :mentions,
              stems(:said), stems(:asked), :createdAt, false)
            on conflict (id) do update
              set version = excluded.version, audience = excluded.audience, community_id = excluded.community_id,
                readers = excluded.readers, mentions = excluded.mentions, said = excluded.said, asked = excluded.asked,
                deleted = false
              where evidence_post.version < excluded.version
            """;

    /** Stands in the way of an older publication that arrives late. */
    private static final String FORGET_POST = """
            insert into evidence_post (id, version, author_id, root_id, reply, audience, readers, mentions, said, asked,
              created_at, deleted)
            values (:id, :version, :author, :root, :reply, 'people', '{}', '{}', '', '', :at, true)
            on conflict (id) do update
              set version = excluded.version, readers = '{}', mentions = '{}', said = '', asked = '', deleted = true
              where evidence_post.version < excluded.version
            """;

    private static final String KEEP_THANKS = """
            insert into evidence_thanks (post_id, giver, kind, given, version)
            values (:post, :giver, :kind, :given, :version)
            on conflict (post_id, giver, kind) do update
              set given = excluded.given, version = excluded.version
              where evidence_thanks.version < excluded.version
            """;
    private static final String KEEP_ANSWER = """
            insert into evidence_answer (root_id, answer, version) values (:root, :answer, :version)
            on conflict (root_id) do update
              set answer = excluded.answer, version = excluded.version
              where evidence_answer.version < excluded.version
            """;
    private static final String KEEP_COMMUNITY = """
            insert into evidence_community (id, version, visibility) values (:id, :version, :visibility)
            on conflict (id) do update
              set version = excluded.version, visibility = excluded.visibility
              where evidence_community.version < excluded.version
            """;
    private static final String KEEP_MEMBERSHIP = """
            insert into evidence_membership (community_id, person_id, version, role)
            values (:community, :person, :version, :role)
            on conflict (community_id, person_id) do update
              set version = excluded.version, role = excluded.role
              where evidence_membership.version < excluded.version
            """;

    private final DatabaseClient database;

    Evidence(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> keep(PostPublished post) {
        Words words = Words.of(post);
        return database.sql(KEEP_POST)
                .bindProperties(new Row(
                        post.id().value(),
                        post.version(),
                        post.author().value(),
                        post.rootId().value(),
                        post.inReplyTo() != null,
                        post.audience(),
                        post.communityId() == null ? null : post.communityId().value(),
                        post.readers().toArray(UUID[]::new),
                        post.mentions().toArray(UUID[]::new),
                        words.said(),
                        words.asked(),
                        post.createdAt()))
                .then();
    }

    Mono<Void> keep(PostDeleted event) {
        return database.sql(FORGET_POST)
                .bind("id", event.id().value())
                .bind("version", event.version())
                .bind("author", event.author().value())
                .bind("root", event.rootId().value())
                .bind("reply", !event.rootId().equals(event.id()))
                .bind("at", event.at())
                .then();
    }

    Mono<Void> keep(RecognitionChanged event) {
        return database.sql(KEEP_THANKS)
                .bind("post", event.postId().value())
                .bind("giver", event.giver().value())
                .bind("kind", event.kind())
                .bind("given", event.given())
                .bind("version", event.version())
                .then();
    }

    Mono<Void> keep(AnswerChanged event) {
        DatabaseClient.GenericExecuteSpec statement =
                database.sql(KEEP_ANSWER).bind("root", event.postId().value()).bind("version", event.version());
        statement = event.answer() == null
                ? statement.bindNull("answer", UUID.class)
                : statement.bind("answer", event.answer().value());
        return statement.then();
    }

    Mono<Void> keep(CommunityChanged event) {
        return database.sql(KEEP_COMMUNITY)
                .bind("id", event.id().value())
                .bind("version", event.version())
                .bind("visibility", event.visibility())
                .then();
    }

    Mono<Void> keep(MembershipChanged event) {
        DatabaseClient.GenericExecuteSpec statement = database.sql(KEEP_MEMBERSHIP)
                .bind("community", event.communityId().value())
                .bind("person", event.personId().value())
                .bind("version", event.version());
        statement =
                event.role() == null ? statement.bindNull("role", String.class) : statement.bind("role", event.role());
        return statement.then();
    }

    /**
     * A post's words, by what they say of their author.
     *
     * @param said what the author knows enough of to write about it
     * @param asked what the author wants to know
     */
    record Words(String said, String asked) {

        static Words of(PostPublished post) {
            String tags = String.join(" ", post.tags());
            if (post.kind().equals("question")) {
                return new Words("", join(post.body(), post.need(), tags));
            }
            String said = join(post.body(), post.doing(), post.learned());
            return said.isEmpty()
                    ? new Words("", join(post.need(), tags))
                    : new Words(join(said, tags), join(post.need()));
        }

        private static String join(@Nullable String... texts) {
            return Stream.of(texts)
                    .filter(Objects::nonNull)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }

    /** One row, by parameter name; arrays, because that is what the driver binds. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(
            UUID id,
            long version,
            UUID author,
            UUID root,
            boolean reply,
            String audience,
            @Nullable UUID community,
            UUID[] readers,
            UUID[] mentions,
            String said,
            String asked,
            Instant createdAt) {}
}
