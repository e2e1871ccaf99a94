package org.outloud.feed.visibility;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.Organisation;
import org.outloud.feed.Organisation.Someone;
import org.outloud.feed.visibility.Relation.Fact;
import org.outloud.platform.testing.Tokens;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * An author with a thread for every audience, standing and deleted; a host in whose threads the author comments, answers,
 * thanks and is mentioned; and one viewer for every {@link Relation} to the author. To the host every viewer stands as to the
 * author, but nothing keeps the two apart.
 */
final class Scene {

    private final Organisation organisation;
    private final WebTestClient web;
    private final Map<Relation, Someone> viewers = new EnumMap<>(Relation.class);
    private final Map<Circle, CommunityId> communities = new EnumMap<>(Circle.class);
    private final List<Talk> threads = new ArrayList<>();
    private final List<Talk> hosted = new ArrayList<>();
    private boolean parted;
    final Someone host;
    final Someone guest;
    final Someone passer;

    /**
     * One thread.
     *
     * @param comment a comment by the thread's author
     * @param others a comment by somebody else: the guest in the author's threads, the author in the host's
     * @param passedOn a post for everybody that passes it on
     * @param attachment a file that belongs to it
     */
    record Talk(
            Circle circle,
            boolean deleted,
            boolean hidden,
            String tag,
            String id,
            String comment,
            String others,
            String passedOn,
            String attachment) {

        /** What is hidden is read by nobody, wherever others read. */
        boolean stands() {
            return !deleted && !hidden;
        }

        @Override
        public String toString() {
            return circle + (deleted ? ", deleted" : "") + (hidden ? ", hidden" : "");
        }
    }

    Scene(Organisation organisation, WebTestClient web) {
        this.organisation = organisation;
        this.web = web;
        host = organisation.someone("host");
        guest = organisation.someone("guest");
        passer = organisation.someone("passer");
        for (Relation relation : Relation.values()) {
            Someone viewer = organisation.someone("v" + viewers.size());
            viewers.put(
                    relation,
                    relation == Relation.MODERATOR
                            ? new Someone(
                                    viewer.id(),
                                    viewer.userName(),
                                    Tokens.of(viewer.userName(), "employee", "moderator"))
                            : viewer);
        }
        meet();
        for (Circle circle : Circle.values()) {
            threads.add(thread(circle, false, false));
            threads.add(thread(circle, true, false));
            threads.add(thread(circle, false, true));
            hosted.add(hostedThread(circle));
        }
        publishElsewhere();
        part();
        parted = true;
    }

    Someone author() {
        return viewer(Relation.AUTHOR);
    }

    Someone viewer(Relation relation) {
        return java.util.Objects.requireNonNull(viewers.get(relation));
    }

    /** The author's threads. */
    List<Talk> threads() {
        return threads;
    }

    /** The host's threads. */
    List<Talk> hosted() {
        return hosted;
    }

    CommunityId community(Circle circle) {
        return java.util.Objects.requireNonNull(communities.get(circle));
    }

    /** The audience in the words of the API, addressed by the author or the host. */
    Map<String, Object> audience(Circle circle) {
        return switch (circle) {
            case EVERYONE -> Map.of("type", "everyone");
            case FOLLOWERS -> Map.of("type", "followers");
            case PEOPLE -> Map.of("type", "people", "personIds", named());
            case OPEN, CLOSED, SECRET ->
                Map.of("type", "community", "communityId", community(circle).toString());
        };
    }

    /** A post by the author as it would be published in life. */
    String says(Circle circle, String text) {
        return published(author(), circle, text);
    }

    /** As if the viewer had once been told of the guest's comment in a thread, and of nothing else. */
    void tells(Relation viewer, Talk thread) {
        UUID owner = viewer(viewer).id().value();
        organisation.run("delete from notice where owner_id = '%s'".formatted(owner));
        organisation.run("""
                insert into thread_choice (person_id, root_id, choice) values ('%1$s', '%2$s', 'followed')
                on conflict do nothing""".formatted(owner, thread.id()));
        organisation.run("""
                insert into notice (owner_id, sort, bundle, subject_id, actor_id, at)
                values ('%1$s', 'line', bundle_of('%1$s', 'line', '%2$s'), '%3$s', '%4$s', now())""".formatted(owner, thread.id(), thread.others(), guest.id()));
    }

    private String published(Someone by, Circle circle, String text) {
        return id(by.posts(
                web,
                Map.of(
                        "kind", "working-out-loud",
                        "doing", text,
                        "learned", "To look twice",
                        "need", "A word from you",
                        "audience", audience(circle))));
    }

    private Talk thread(Circle circle, boolean deleted, boolean hidden) {
        String tag = "t" + UUID.randomUUID().toString().substring(0, 8);
        String text = "Hello @" + viewer(Relation.MENTIONED).userName() + " #" + tag;
        String id = published(author(), circle, text);
        String comment = replies(author(), id);
        String others = replies(guest, id);
        asks(guest, HttpMethod.PUT, "/api/v1/posts/" + id + "/reactions/helped", null);
        String passedOn = passesOn(id);
        String attachment = attaches(author(), id);
        asks(passer, HttpMethod.POST, "/api/v1/posts/" + id + "/report", Map.of("reason", "other"));
        if (deleted) {
            asks(author(), HttpMethod.DELETE, "/api/v1/posts/" + id, null);
        }
        if (hidden) {
            organisation.run("update post set hidden_at = now() where id = '%s'".formatted(id));
        }
        return new Talk(circle, deleted, hidden, tag, id, comment, others, passedOn, attachment);
    }

    private Talk hostedThread(Circle circle) {
        String tag = "h" + UUID.randomUUID().toString().substring(0, 8);
        String mentioned = "@" + viewer(Relation.MENTIONED).userName() + " @" + author().userName();
        String id = published(host, circle, "Hello " + mentioned + " #" + tag);
        String comment = replies(host, id);
        String others = replies(author(), id);
        asks(author(), HttpMethod.PUT, "/api/v1/posts/" + id + "/reactions/helped", null);
        asks(host, HttpMethod.PUT, "/api/v1/posts/" + id + "/answer", Map.of("commentId", others));
        return new Talk(circle, false, false, tag, id, comment, others, passesOn(id), attaches(host, id));
    }

    /** Everybody comes to stand as they do before anything is said. */
    private void meet() {
        List<String> facts = new ArrayList<>();
        for (Circle circle : Circle.values()) {
            if (circle.inCommunity()) {
                communities.put(circle, organisation.community(circle.name().toLowerCase(java.util.Locale.ROOT)));
            }
        }
        CommunityId elsewhere = organisation.community("closed");
        for (Someone one : List.of(host, guest, passer)) {
            communities.values().forEach(community -> facts.add(membership(community, one, "'member'")));
        }
        facts.add(follow(guest, author(), true));
        facts.add(follow(passer, author(), true));
        facts.add(follow(passer, host, true));
        facts.add(follow(author(), host, true));
        viewers.forEach((relation, viewer) -> {
            boolean follows = relation.is(Fact.FOLLOWS);
            if (relation != Relation.AUTHOR && (follows || relation.is(Fact.FOLLOWED_ONCE))) {
                facts.add(follow(viewer, author(), follows));
                facts.add(follow(viewer, host, follows));
            }
            if (relation.is(Fact.FOLLOWS_SOMEBODY_ELSE)) {
                facts.add(follow(viewer, guest, true));
            }
            String role = relation.is(Fact.MEMBER)
                    ? "'member'"
                    : relation.is(Fact.STEWARD)
                            ? "'steward'"
                            : relation.is(Fact.FOLLOWS_COMMUNITIES) ? "'follower'" : "null";
            if (!role.equals("null") || relation.is(Fact.MEMBER_ONCE)) {
                communities.values().forEach(community -> facts.add(membership(community, viewer, role)));
            }
            if (relation.is(Fact.MEMBER_ELSEWHERE)) {
                facts.add(membership(elsewhere, viewer, "'member'"));
            }
        });
        facts.forEach(organisation::run);
    }

    /** What could be mistaken for a right to read: being named for another thread, or left over from another audience. */
    private void publishElsewhere() {
        author().posts(
                        web,
                        Map.of(
                                "kind", "plain",
                                "body", "For you alone",
                                "audience",
                                        Map.of(
                                                "type",
                                                "people",
                                                "personIds",
                                                List.of(viewer(Relation.NAMED_ELSEWHERE)
                                                        .id()
                                                        .toString()))));
        for (Talk thread : threads) {
            if (thread.circle() != Circle.PEOPLE) {
                organisation.run("insert into post_reader (root_id, person_id) values ('%s', '%s')"
                        .formatted(thread.id(), viewer(Relation.NAMED_ELSEWHERE).id()));
            }
        }
    }

    /** Some keep their distance once everything is said, and one has left. */
    private void part() {
        viewers.forEach((relation, viewer) -> {
            if (relation.is(Fact.BLOCKS) || relation.is(Fact.BLOCKED_ONCE) || relation.is(Fact.MUTES)) {
                organisation.run(distance(viewer, author(), relation.is(Fact.MUTES), relation.is(Fact.BLOCKS)));
            }
            if (relation.is(Fact.IS_BLOCKED) || relation.is(Fact.IS_MUTED)) {
                organisation.run(distance(author(), viewer, relation.is(Fact.IS_MUTED), relation.is(Fact.IS_BLOCKED)));
            }
            if (relation.is(Fact.BLOCKS_SOMEBODY_ELSE)) {
                organisation.run(distance(viewer, viewer(Relation.EX_MEMBER), false, true));
            }
            if (relation.is(Fact.IS_SUSPENDED)) {
                organisation.run("insert into suspension (person_id, version, suspended) values ('%s', 1, true)"
                        .formatted(viewer.id()));
            }
            if (relation.is(Fact.GONE)) {
                organisation.person(viewer.id(), viewer.userName(), false);
            }
        });
    }

    private List<String> named() {
        return viewers.entrySet().stream()
                .filter(viewer -> viewer.getKey().is(Fact.NAMED)
                        && (!parted || viewer.getKey().mayRead(Circle.PEOPLE)))
                .map(viewer -> viewer.getValue().id().toString())
                .collect(java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toCollection(ArrayList::new), all -> {
                            all.add(guest.id().toString());
                            all.add(passer.id().toString());
                            return all;
                        }));
    }

    private static String follow(Someone follower, Someone followee, boolean following) {
        return "insert into follow (follower, followee, version, following) values ('%s', '%s', 1, %s)"
                .formatted(follower.id(), followee.id(), following);
    }

    private static String membership(CommunityId community, Someone person, String role) {
        return "insert into membership (community_id, person_id, version, role) values ('%s', '%s', 1, %s)"
                .formatted(community, person.id(), role);
    }

    private static String distance(Someone one, Someone other, boolean mutes, boolean blocks) {
        return "insert into block (blocker, blocked, version, mutes, blocks) values ('%s', '%s', 1, %s, %s)"
                .formatted(one.id(), other.id(), mutes, blocks);
    }

    private String attaches(Someone owner, String post) {
        String id = UUID.randomUUID().toString();
        organisation.run("""
                insert into attachment (id, owner_id, post_id, place, kind, name, media_type, size, created_at)
                values ('%s', '%s', '%s', 1, 'file', 'notes.txt', 'text/plain', 1, now())""".formatted(id, owner.id(), post));
        organisation.run("insert into attachment_content (attachment_id, whole) values ('%s', 'x')".formatted(id));
        return id;
    }

    private String passesOn(String id) {
        return id(passer.posts(web, "/api/v1/posts/" + id + "/share", Map.of("body", "Read this")));
    }

    String replies(Someone author, String to) {
        return id(author.posts(web, "/api/v1/posts/" + to + "/comments", Map.of("body", "A word")));
    }

    int asks(Someone caller, HttpMethod method, String path, @Nullable Object body) {
        WebTestClient.RequestBodySpec request = caller.on(web).method(method).uri(path);
        if (body != null) {
            request.bodyValue(body);
        }
        return request.exchange()
                .expectBody(byte[].class)
                .returnResult()
                .getStatus()
                .value();
    }

    static String id(JsonNode post) {
        return post.get("id").stringValue();
    }
}
