package org.outloud.profile.expert;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.AnswerChanged;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.contracts.event.PostPublished;
import org.outloud.contracts.event.RecognitionChanged;
import org.springframework.r2dbc.core.DatabaseClient;

/** People and what they say, told to the evidence as the topics would; names are unique to one organisation. */
final class Organisation {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PERSON = """
            insert into person (id, version, user_name, user_key, emails, email_keys, display_name, name_source,
              job_title_shown, languages, skills, skill_keys, interests, active, provisioning, created_at, changed_at)
            values (:id, 1, :name, :name, '[]', '{}', :name, 'account', false, '{}', :skills::jsonb, '{}', '{}', true,
              'unclaimed', now(), now())
            """;

    private final String salt = UUID.randomUUID().toString();
    private final DatabaseClient database;
    private final Evidence evidence;
    private final Map<PostId, PostPublished> posts = new HashMap<>();
    private final Map<PersonId, String> names = new HashMap<>();

    Organisation(DatabaseClient database, Evidence evidence) {
        this.database = database;
        this.evidence = evidence;
    }

    PersonId person(String name) {
        return person(name, "[]");
    }

    PersonId person(String name, String skills) {
        PersonId id = personId(name);
        database.sql(PERSON)
                .bind("id", id.value())
                .bind("name", userName(name))
                .bind("skills", skills)
                .then()
                .block(PATIENCE);
        names.put(id, name);
        return id;
    }

    PersonId personId(String name) {
        return new PersonId(uuid("person/" + name));
    }

    PostId postId(String name) {
        return new PostId(uuid("post/" + name));
    }

    String nameOf(PersonId id) {
        return names.getOrDefault(id, "somebody of another test");
    }

    String userName(String name) {
        return name + "-" + salt;
    }

    /** Follows at once. */
    void follows(PersonId follower, PersonId followee) {
        database.sql("insert into follow values (:follower, :followee, true, 1, now())")
                .bind("follower", follower.value())
                .bind("followee", followee.value())
                .then()
                .block(PATIENCE);
    }

    void blocks(PersonId blocker, PersonId blocked) {
        database.sql("insert into block (blocker, blocked, blocked_at, version) values (:blocker, :blocked, now(), 1)")
                .bind("blocker", blocker.value())
                .bind("blocked", blocked.value())
                .then()
                .block(PATIENCE);
    }

    PostId says(PersonId author, String body) {
        return says(author, body, "everyone", null, List.of());
    }

    PostId says(
            PersonId author, String body, String audience, @Nullable CommunityId community, List<PersonId> readers) {
        PostId id = PostId.next();
        publish(id, "plain", author, id, null, audience, community, readers, body, null, null, null, List.of(), 1);
        return id;
    }

    PostId asks(PersonId author, String body) {
        PostId id = PostId.next();
        publish(id, "question", author, id, null, "everyone", null, List.of(), body, null, null, null, List.of(), 1);
        return id;
    }

    PostId replies(PersonId author, PostId root, String body) {
        return replies(PostId.next(), author, root, body, 1, List.of());
    }

    PostId replies(PostId id, PersonId author, PostId root, String body, int daysAgo, List<PersonId> mentions) {
        PostPublished opened = published(root);
        keep(new PostPublished(
                id,
                1,
                "comment",
                author,
                root,
                root,
                opened.audience(),
                opened.communityId(),
                List.of(),
                body,
                null,
                null,
                null,
                List.of(),
                mentions.stream().map(PersonId::value).toList(),
                Instant.now().minus(Duration.ofDays(daysAgo)),
                false));
        return id;
    }

    void publish(
            PostId id,
            String kind,
            PersonId author,
            PostId root,
            @Nullable PostId inReplyTo,
            String audience,
            @Nullable CommunityId community,
            List<PersonId> readers,
            @Nullable String body,
            @Nullable String doing,
            @Nullable String learned,
            @Nullable String need,
            List<String> tags,
            int daysAgo) {
        keep(new PostPublished(
                id,
                1,
                kind,
                author,
                root,
                inReplyTo,
                audience,
                community,
                readers.stream().map(PersonId::value).toList(),
                body,
                doing,
                learned,
                need,
                tags,
                List.of(),
                Instant.now().minus(Duration.ofDays(daysAgo)),
                false));
    }

    private void keep(PostPublished post) {
        posts.put(post.id(), post);
        evidence.keep(post).block(PATIENCE);
    }

    void thanks(PersonId giver, PostId post, String kind) {
        PostPublished thanked = published(post);
        evidence.keep(new RecognitionChanged(
                        post, thanked.rootId(), thanked.author(), giver, kind, true, 1, Instant.now()))
                .block(PATIENCE);
    }

    void accepts(PostId root, @Nullable PostId answer, long version) {
        PersonId answerer = answer == null ? null : published(answer).author();
        evidence.keep(new AnswerChanged(root, answer, published(root).author(), answerer, version, Instant.now()))
                .block(PATIENCE);
    }

    CommunityId community(String visibility) {
        CommunityId id = new CommunityId(UUID.randomUUID());
        becomes(id, visibility, 1);
        return id;
    }

    void becomes(CommunityId id, String visibility, long version) {
        evidence.keep(new CommunityChanged(id, version, "c-" + id, "Community", null, visibility, false, Instant.now()))
                .block(PATIENCE);
    }

    void joins(PersonId person, CommunityId community, @Nullable String role, long version) {
        evidence.keep(new MembershipChanged(community, person, role, version, Instant.now()))
                .block(PATIENCE);
    }

    List<PersonId> idsOf(List<Expert> experts) {
        List<PersonId> ids = new ArrayList<>();
        experts.forEach(expert -> ids.add(expert.person().id()));
        return ids;
    }

    private PostPublished published(PostId id) {
        return Objects.requireNonNull(posts.get(id));
    }

    private UUID uuid(String name) {
        return UUID.nameUUIDFromBytes((salt + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
