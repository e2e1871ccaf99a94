package org.outloud.feed.visibility;

import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.outloud.contracts.event.ExportPart;
import org.outloud.contracts.event.ExportRequested;
import org.outloud.feed.Organisation.Someone;
import org.outloud.feed.Stream;
import org.outloud.feed.visibility.Scene.Talk;
import org.outloud.platform.privacy.Sealed;
import org.outloud.platform.testing.Published;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * The one place that lists where the service shows posts. A new operation that shows some gets a line in {@link #all}; until
 * then the test that compares this list with the OpenAPI document fails.
 */
final class Surfaces {

    /** Operations of the service that show nobody's post to anybody. */
    static final Set<String> SHOW_NO_POSTS = Set.of(
            "POST /api/v1/posts",
            "GET /api/v1/posts/scheduled",
            "POST /api/v1/moderation/cases/{id}/decision",
            "POST /api/v1/moderation/cases/{id}/appeal",
            "GET /api/v1/moderation/cases/{caseId}/attachments/{id}",
            "POST /api/v1/attachments",
            "DELETE /api/v1/attachments/{id}",
            "PUT /api/v1/posts/scheduled/{id}",
            "DELETE /api/v1/posts/scheduled/{id}",
            "POST /api/v1/posts/scheduled/{id}/publish",
            "GET /api/v1/posts/plans/{communityId}",
            "POST /api/v1/posts/plans/{communityId}",
            "POST /api/v1/posts/plans/{communityId}/pause",
            "POST /api/v1/posts/plans/{communityId}/resume",
            "POST /api/v1/imports/posts",
            "DELETE /api/v1/posts/{id}/saved",
            "DELETE /api/v1/posts/{id}/preview",
            "GET /api/v1/feeds/addresses",
            "PUT /api/v1/feeds/addresses",
            "DELETE /api/v1/feeds/addresses",
            "DELETE /api/v1/posts/{id}/follow",
            "DELETE /api/v1/posts/{id}/mute",
            "POST /api/v1/notifications/read",
            "GET /api/v1/notifications/preferences",
            "PUT /api/v1/notifications/preferences",
            "GET /api/v1/notifications/unsubscribe/{key}",
            "POST /api/v1/notifications/unsubscribe/{key}",
            "PUT /api/v1/catch-up");

    private final Scene scene;
    private final WebTestClient web;
    private final Published topics;
    private final int port;
    private final Function<Someone, String> mails;
    private final Map<String, Set<String>> pages = new HashMap<>();
    private final Map<String, String> documents = new HashMap<>();
    private final Map<Relation, String> keys = new HashMap<>();
    private final Map<Relation, Stream> streams;
    private final Map<Circle, String> live = new HashMap<>();
    private final Map<Circle, String> removed = new HashMap<>();
    private final String beforeEverything;

    /**
     * One way to learn of a thread.
     *
     * @param operation the one of the OpenAPI document, or what else shows it
     * @param threads of the author or of the host
     * @param shows whether the viewer learns of it
     * @param should whether that is right
     */
    record Surface(
            String name,
            String operation,
            List<Talk> threads,
            BiPredicate<Relation, Talk> shows,
            BiPredicate<Relation, Talk> should) {}

    Surfaces(
            Scene scene,
            WebTestClient web,
            Published topics,
            int port,
            String beforeEverything,
            Function<Someone, String> mails) {
        this.scene = scene;
        this.web = web;
        this.topics = topics;
        this.port = port;
        this.mails = mails;
        this.beforeEverything = beforeEverything;
        this.streams = new TreeMap<>();
    }

    List<Surface> all() {
        List<Surface> all = new ArrayList<>();
        all.addAll(pagesOfPosts());
        all.addAll(forFeedReaders());
        all.addAll(threadsAlone());
        all.addAll(whatTheAuthorDoesElsewhere());
        all.add(of("export", "export", this::exported, this::mayBeExported));
        all.addAll(acts());
        all.addAll(streams());
        return all;
    }

    private List<Surface> pagesOfPosts() {
        return List.of(
                of(
                        "home feed",
                        "GET /api/v1/feeds/home",
                        (viewer, thread) -> on(viewer, "feeds/home").contains(thread.id()),
                        (viewer, thread) -> thread.stands() && viewer.hasAtHome(thread.circle())),
                of(
                        "home feed, asks",
                        "GET /api/v1/feeds/home",
                        (viewer, thread) -> on(viewer, "feeds/home?filter=asks").contains(thread.id()),
                        (viewer, thread) -> thread.stands() && viewer.hasAtHome(thread.circle())),
                of(
                        "home feed, learned",
                        "GET /api/v1/feeds/home",
                        (viewer, thread) ->
                                on(viewer, "feeds/home?filter=learned").contains(thread.id()),
                        (viewer, thread) -> thread.stands() && viewer.hasAtHome(thread.circle())),
                of(
                        "home feed, following",
                        "GET /api/v1/feeds/home",
                        (viewer, thread) ->
                                on(viewer, "feeds/home?filter=following").contains(thread.id()),
                        (viewer, thread) -> thread.stands()
                                && viewer != Relation.AUTHOR
                                && viewer.is(Relation.Fact.FOLLOWS)
                                && viewer.hasAtHome(thread.circle())),
                of(
                        "feed of the author",
                        "GET /api/v1/feeds/people/{id}",
                        (viewer, thread) -> on(
                                        viewer, "feeds/people/" + scene.author().id())
                                .contains(thread.id()),
                        Surfaces::readable),
                of(
                        "feed of the community",
                        "GET /api/v1/feeds/communities/{id}",
                        (viewer, thread) -> thread.circle().inCommunity()
                                && on(viewer, "feeds/communities/" + scene.community(thread.circle()))
                                        .contains(thread.id()),
                        (viewer, thread) -> thread.circle().inCommunity() && readableInCommunity(viewer, thread)),
                of(
                        "feed of the tag",
                        "GET /api/v1/feeds/tags/{tag}",
                        (viewer, thread) ->
                                on(viewer, "feeds/tags/" + thread.tag()).contains(thread.id()),
                        Surfaces::readable),
                of(
                        "search",
                        "GET /api/v1/search",
                        (viewer, thread) ->
                                on(viewer, "search?tag=" + thread.tag()).contains(thread.id()),
                        Surfaces::readable),
                of(
                        "catch-up, beyond what may be read",
                        "GET /api/v1/catch-up",
                        (viewer, thread) -> !readable(viewer, thread)
                                && body(viewer, "catch-up?limit=100").contains(thread.id()),
                        (viewer, thread) -> false),
                of(
                        "suggested tags",
                        "GET /api/v1/tags",
                        (viewer, thread) ->
                                body(viewer, "tags?prefix=" + thread.tag()).contains("\"posts\":1"),
                        Surfaces::readable));
    }

    private List<Surface> forFeedReaders() {
        List<Surface> all = new ArrayList<>();
        for (String format : List.of(".atom", ".json")) {
            for (String secret : List.of("", "private/{key}/")) {
                String under = "GET /api/v1/feeds/" + secret;
                all.add(of(
                        "home for feed readers" + format + secret,
                        under + "home" + format,
                        (viewer, thread) ->
                                toReader(viewer, secret, "home" + format).contains(thread.id()),
                        (viewer, thread) -> thread.stands() && viewer.hasAtHome(thread.circle())));
                all.add(of(
                        "author for feed readers" + format + secret,
                        under + "people/{id}" + format,
                        (viewer, thread) -> toReader(
                                        viewer,
                                        secret,
                                        "people/" + scene.author().id() + format)
                                .contains(thread.id()),
                        Surfaces::readable));
                all.add(of(
                        "community for feed readers" + format + secret,
                        under + "communities/{id}" + format,
                        (viewer, thread) -> thread.circle().inCommunity()
                                && toReader(viewer, secret, "communities/" + scene.community(thread.circle()) + format)
                                        .contains(thread.id()),
                        (viewer, thread) -> thread.circle().inCommunity() && readableInCommunity(viewer, thread)));
                all.add(of(
                        "tag for feed readers" + format + secret,
                        under + "tags/{tag}" + format,
                        (viewer, thread) -> toReader(viewer, secret, "tags/" + thread.tag() + format)
                                .contains(thread.id()),
                        Surfaces::readable));
            }
        }
        all.add(of(
                "outbox of the author",
                "GET /api/v1/people/{id}/outbox",
                (viewer, thread) -> toReader(
                                viewer, "", "../people/" + scene.author().id() + "/outbox?page=true")
                        .contains(thread.id()),
                Surfaces::readable));
        return all;
    }

    /** What a feed reader gets, by a token or under the viewer's secret address. */
    private String toReader(Relation viewer, String secret, String path) {
        return documents.computeIfAbsent(viewer + secret + path, key -> {
            String separator = path.contains("?") ? "&" : "?";
            String address = path.startsWith("../") ? "/api/v1/" + path.substring(3) : "/api/v1/feeds/" + path;
            if (!secret.isEmpty()) {
                address = keys.computeIfAbsent(viewer, this::secretOf) + "/" + path;
            }
            WebTestClient reader = secret.isEmpty() ? scene.viewer(viewer).on(web) : web;
            return String.valueOf(reader.get()
                    .uri(address + separator + "limit=100")
                    .exchange()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody());
        });
    }

    /** Who may not sign in any more never gets one, and asks with one that is nobody's. */
    private String secretOf(Relation viewer) {
        JsonNode made = scene.viewer(viewer)
                .on(web)
                .put()
                .uri("/api/v1/feeds/addresses")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        String base = Objects.requireNonNull(made).path("base").asString("/api/v1/feeds/private/nobody");
        return base.substring(base.indexOf("/api/"));
    }

    private List<Surface> threadsAlone() {
        return List.of(
                of("post", "GET /api/v1/posts/{id}", (v, t) -> status(v, "posts/" + t.id()) == 200, Surfaces::readable),
                of(
                        "comment by the author",
                        "GET /api/v1/posts/{id}",
                        (v, t) -> status(v, "posts/" + t.comment()) == 200,
                        Surfaces::readable),
                of(
                        "comment by somebody else",
                        "GET /api/v1/posts/{id}",
                        (v, t) -> status(v, "posts/" + t.others()) == 200,
                        Surfaces::readable),
                of(
                        "thread",
                        "GET /api/v1/posts/{id}/comments",
                        (v, t) -> status(v, "posts/" + t.id() + "/comments") == 200,
                        Surfaces::readable),
                of(
                        "thread, asked for by a comment",
                        "GET /api/v1/posts/{id}/comments",
                        (v, t) -> status(v, "posts/" + t.others() + "/comments") == 200,
                        Surfaces::readable),
                of(
                        "comments in the thread",
                        "GET /api/v1/posts/{id}/comments",
                        (v, t) -> !on(v, "posts/" + t.id() + "/comments").isEmpty(),
                        Surfaces::readable),
                of(
                        "what it said before",
                        "GET /api/v1/posts/{id}/history",
                        (v, t) -> status(v, "posts/" + t.id() + "/history") == 200,
                        Surfaces::readable),
                of(
                        "attachment",
                        "GET /api/v1/attachments/{id}",
                        (v, t) -> status(v, "attachments/" + t.attachment()) == 200,
                        Surfaces::readable),
                of(
                        "reported posts, for one who does not moderate",
                        "GET /api/v1/moderation/cases",
                        (v, t) -> v != Relation.MODERATOR
                                && body(v, "moderation/cases?limit=100").contains(t.id()),
                        (v, t) -> false),
                of(
                        "somebody's hidden posts",
                        "GET /api/v1/moderation/hidden",
                        (v, t) -> v != Relation.AUTHOR
                                && body(v, "moderation/hidden?limit=100").contains(t.id()),
                        (v, t) -> false),
                of(
                        "post passed on",
                        "POST /api/v1/posts/{id}/share",
                        (v, t) -> body(v, "posts/" + t.passedOn()).contains(t.id()),
                        (v, t) -> readable(v, t) && !v.is(Relation.Fact.MUTES)),
                of("text of an error", "GET /api/v1/posts/{id}", this::toldApart, Surfaces::readable));
    }

    private List<Surface> whatTheAuthorDoesElsewhere() {
        BiPredicate<Relation, Talk> should = (v, t) -> v.mayRead(t.circle());
        return List.of(
                at(
                        "comment elsewhere",
                        "GET /api/v1/posts/{id}",
                        (v, t) -> status(v, "posts/" + t.others()) == 200,
                        should),
                at(
                        "comment in another's thread",
                        "GET /api/v1/posts/{id}/comments",
                        (v, t) -> on(v, "posts/" + t.id() + "/comments").contains(t.others()),
                        should),
                at("number of comments", "GET /api/v1/posts/{id}", (v, t) -> has(v, t, "\"commentCount\":2"), should),
                at("accepted answer", "GET /api/v1/posts/{id}", (v, t) -> has(v, t, t.others()), should),
                at("number of thanks", "GET /api/v1/posts/{id}", (v, t) -> has(v, t, "\"helped\":1"), should),
                at("name among thanks", "GET /api/v1/posts/{id}", (v, t) -> has(v, t, "\"helped\":[{"), should),
                at(
                        "link of a mention",
                        "GET /api/v1/posts/{id}",
                        (v, t) -> has(v, t, "/people/" + scene.author().id()),
                        should),
                at(
                        "audience that names the author",
                        "POST /api/v1/audiences/preview",
                        (v, t) -> previews(
                                        v,
                                        Map.of(
                                                "type",
                                                "people",
                                                "personIds",
                                                List.of(scene.author().id().toString())))
                                .contains(scene.author().userName()),
                        (v, t) -> !v.apart() && v != Relation.AUTHOR && v != Relation.DEACTIVATED),
                at(
                        "that there is such a community",
                        "POST /api/v1/audiences/preview",
                        (v, t) -> t.circle().inCommunity()
                                && previews(v, scene.audience(t.circle())).contains("sample"),
                        (v, t) -> t.circle().inCommunity()
                                && v != Relation.DEACTIVATED
                                && (t.circle() != Circle.SECRET || v.member())));
    }

    /** What one may do shows what there is; these come last, since they leave traces. */
    private List<Surface> acts() {
        return List.of(
                of(
                        "notifications",
                        "GET /api/v1/notifications",
                        (v, t) -> told(v, t, "notifications?limit=100").contains(t.id()),
                        Surfaces::readable),
                of(
                        "number of notifications",
                        "GET /api/v1/notifications/unread",
                        (v, t) -> told(v, t, "notifications/unread").contains("\"notifications\":1"),
                        Surfaces::readable),
                of("digest", "digest", (v, t) -> mailed(v, t).contains(t.id()), Surfaces::readable),
                of(
                        "words in the digest",
                        "digest",
                        (v, t) -> List.of(t.tag(), "A word from you").stream().anyMatch(mailed(v, t)::contains),
                        (v, t) -> readable(v, t) && (t.circle() == Circle.EVERYONE || t.circle() == Circle.OPEN)),
                of(
                        "following the thread",
                        "PUT /api/v1/posts/{id}/follow",
                        (v, t) -> acts(v, HttpMethod.PUT, t.id() + "/follow", null),
                        Surfaces::readable),
                of(
                        "muting the thread",
                        "PUT /api/v1/posts/{id}/mute",
                        (v, t) -> acts(v, HttpMethod.PUT, t.id() + "/mute", null),
                        Surfaces::readable),
                of(
                        "commenting",
                        "POST /api/v1/posts/{id}/comments",
                        (v, t) -> writes(v, HttpMethod.POST, t.id() + "/comments", Map.of("body", "Hello")),
                        Surfaces::writable),
                of(
                        "reporting",
                        "POST /api/v1/posts/{id}/report",
                        (v, t) -> writes(v, HttpMethod.POST, t.id() + "/report", Map.of("reason", "other")),
                        Surfaces::writable),
                of(
                        "passing on",
                        "POST /api/v1/posts/{id}/share",
                        (v, t) -> writes(
                                v,
                                HttpMethod.POST,
                                t.id() + "/share",
                                Map.of(
                                        "audience",
                                        Map.of(
                                                "type",
                                                "people",
                                                "personIds",
                                                List.of(scene.guest.id().toString())))),
                        Surfaces::writable),
                of(
                        "liking",
                        "PUT /api/v1/posts/{id}/reactions/{kind}",
                        (v, t) -> writes(v, HttpMethod.PUT, t.id() + "/reactions/like", Map.of()),
                        Surfaces::writable),
                of(
                        "liking no more",
                        "DELETE /api/v1/posts/{id}/reactions/{kind}",
                        (v, t) -> acts(v, HttpMethod.DELETE, t.id() + "/reactions/like", null),
                        Surfaces::readable),
                of(
                        "saving",
                        "PUT /api/v1/posts/{id}/saved",
                        (v, t) -> acts(v, HttpMethod.PUT, t.id() + "/saved", Map.of("folder", t.tag())),
                        Surfaces::readable),
                of(
                        "how it is saved",
                        "GET /api/v1/posts/{id}/saved",
                        (v, t) -> status(v, "posts/" + t.id() + "/saved") == 200,
                        Surfaces::readable),
                of(
                        "saved posts",
                        "GET /api/v1/feeds/saved",
                        (v, t) -> on(v, "feeds/saved").contains(t.id()),
                        Surfaces::readable),
                of(
                        "folders of saved posts",
                        "GET /api/v1/feeds/saved/folders",
                        (v, t) -> body(v, "feeds/saved/folders").contains("\"" + t.tag() + "\""),
                        Surfaces::readable),
                of(
                        "having caught up with it",
                        "PUT /api/v1/catch-up/{id}",
                        (v, t) -> scene.asks(
                                        scene.viewer(v),
                                        HttpMethod.PUT,
                                        "/api/v1/catch-up/" + t.id(),
                                        Map.of("until", Instant.now().toString()))
                                == 204,
                        Surfaces::readable),
                of(
                        "editing",
                        "PATCH /api/v1/posts/{id}",
                        (v, t) -> writes(v, HttpMethod.PATCH, t.id(), Map.of("body", "Hello again #" + t.tag())),
                        Surfaces::writable),
                of(
                        "restoring, as one who may not",
                        "POST /api/v1/posts/{id}/restore",
                        (v, t) -> v == Relation.AUTHOR
                                ? readable(v, t)
                                : writes(v, HttpMethod.POST, t.id() + "/restore", null),
                        (v, t) -> v == Relation.AUTHOR && readable(v, t)),
                of(
                        "accepting an answer",
                        "PUT /api/v1/posts/{id}/answer",
                        (v, t) -> writes(v, HttpMethod.PUT, t.id() + "/answer", Map.of()),
                        Surfaces::writable),
                of(
                        "deleting, as one who may not",
                        "DELETE /api/v1/posts/{id}",
                        (v, t) -> mayDelete(v) ? readable(v, t) : acts(v, HttpMethod.DELETE, t.id(), null),
                        Surfaces::readable));
    }

    private List<Surface> streams() {
        return List.of(
                of(
                        "live stream",
                        "GET /api/v1/stream",
                        (viewer, thread) -> thread.stands()
                                && streams.containsKey(viewer)
                                && streams.get(viewer)
                                        .hasHeard("post", Objects.requireNonNull(live.get(thread.circle()))),
                        (viewer, thread) -> thread.stands() && viewer.hasAtHome(thread.circle())),
                of(
                        "live stream, what goes",
                        "GET /api/v1/stream",
                        (viewer, thread) -> thread.stands()
                                && streams.containsKey(viewer)
                                && streams.get(viewer)
                                        .hasHeard("removed", Objects.requireNonNull(removed.get(thread.circle()))),
                        Surfaces::readable),
                of(
                        "live stream, what comes back",
                        "GET /api/v1/stream",
                        (viewer, thread) -> thread.stands()
                                && streams.containsKey(viewer)
                                && streams.get(viewer)
                                        .hasHeard("restored", Objects.requireNonNull(removed.get(thread.circle()))),
                        (viewer, thread) -> readable(viewer, thread) && !viewer.is(Relation.Fact.MUTES)),
                of(
                        "live stream, resumed",
                        "GET /api/v1/stream",
                        (viewer, thread) -> heardAfterwards(viewer).contains(thread.id()),
                        (viewer, thread) -> thread.stands() && viewer.hasAtHome(thread.circle())));
    }

    /** Opens everybody's stream, has the author say something to each audience, and waits until it was told. */
    void listen() {
        for (Relation relation : Relation.values()) {
            if (relation != Relation.DEACTIVATED) {
                streams.put(relation, Stream.open(port, scene.viewer(relation), null));
            }
        }
        for (Circle circle : Circle.values()) {
            live.put(circle, scene.says(circle, "Live"));
            String goes = scene.says(
                    circle, "Not for long, @" + scene.viewer(Relation.MENTIONED).userName());
            removed.put(circle, goes);
            scene.asks(scene.author(), HttpMethod.DELETE, "/api/v1/posts/" + goes, null);
            // Nobody is told that something goes when it is back by then
            stream(Relation.FRIEND).await("removed", goes);
            scene.asks(scene.author(), HttpMethod.POST, "/api/v1/posts/" + goes + "/restore", null);
        }
        // A friend hears all of it; whoever hears their own later post has been told what was for them before it
        live.values().forEach(post -> stream(Relation.FRIEND).await("post", post));
        removed.values().forEach(post -> stream(Relation.FRIEND).await("restored", post));
        streams.forEach((relation, stream) -> stream.await("post", ownPost(relation)));
    }

    void close() {
        streams.values().forEach(Stream::close);
    }

    /** What was read of pages is read again. */
    void forget() {
        pages.clear();
    }

    /** A post that the viewer hears of, their own where they may write. */
    private String ownPost(Relation relation) {
        if (relation == Relation.SUSPENDED) {
            return scene.says(Circle.EVERYONE, "For those who only read");
        }
        return Scene.id(scene.viewer(relation).posts(web, Map.of("kind", "plain", "body", "My own")));
    }

    private Stream stream(Relation relation) {
        return Objects.requireNonNull(streams.get(relation));
    }

    private Set<String> heardAfterwards(Relation viewer) {
        return pages.computeIfAbsent("stream " + viewer, key -> {
            if (viewer == Relation.DEACTIVATED) {
                return Set.of();
            }
            String last = ownPost(viewer);
            stream(viewer).await("post", last);
            try (Stream resumed = Stream.open(port, scene.viewer(viewer), beforeEverything)) {
                resumed.await("post", last);
                Set<String> heard = new HashSet<>();
                scene.threads().stream()
                        .map(Talk::id)
                        .filter(id -> resumed.named("post").stream()
                                .anyMatch(event -> String.valueOf(event.data()).startsWith("{\"id\":\"" + id)))
                        .forEach(heard::add);
                return heard;
            }
        });
    }

    private Surface of(
            String name, String operation, BiPredicate<Relation, Talk> shows, BiPredicate<Relation, Talk> should) {
        return new Surface(name, operation, scene.threads(), shows, should);
    }

    private Surface at(
            String name, String operation, BiPredicate<Relation, Talk> shows, BiPredicate<Relation, Talk> should) {
        return new Surface(name, operation, scene.hosted(), shows, should);
    }

    private static boolean readable(Relation viewer, Talk thread) {
        return thread.stands() && viewer.mayRead(thread.circle());
    }

    private static boolean writable(Relation viewer, Talk thread) {
        return readable(viewer, thread) && viewer != Relation.SUSPENDED;
    }

    /** A community's own page is for its members: who left finds even their own words elsewhere only. */
    private static boolean readableInCommunity(Relation viewer, Talk thread) {
        return readable(viewer, thread);
    }

    /** Ids of the posts on a page; none when it is refused. */
    private Set<String> on(Relation viewer, String path) {
        return pages.computeIfAbsent(viewer + " " + path, key -> {
            String separator = path.contains("?") ? "&" : "?";
            byte[] body = scene.viewer(viewer)
                    .on(web)
                    .get()
                    .uri("/api/v1/" + path + separator + "limit=100")
                    .exchange()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            JsonNode page = new tools.jackson.databind.json.JsonMapper().readTree(Objects.requireNonNull(body));
            Set<String> ids = new HashSet<>();
            if (page.has("items")) {
                page.get("items").forEach(item -> ids.add(Scene.id(item)));
            }
            return ids;
        });
    }

    private String body(Relation viewer, String path) {
        return String.valueOf(scene.viewer(viewer)
                .on(web)
                .get()
                .uri("/api/v1/" + path)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private String mailed(Relation viewer, Talk thread) {
        scene.tells(viewer, thread);
        return mails.apply(scene.viewer(viewer));
    }

    private String told(Relation viewer, Talk thread, String path) {
        scene.tells(viewer, thread);
        return body(viewer, path).replace(" : ", ":");
    }

    private int status(Relation viewer, String path) {
        return scene.viewer(viewer).status(web, "/api/v1/" + path);
    }

    private boolean has(Relation viewer, Talk thread, String part) {
        return pages.computeIfAbsent(
                        viewer + " post " + thread.id(), key -> Set.of(body(viewer, "posts/" + thread.id())))
                .iterator()
                .next()
                .replace(" : ", ":")
                .contains(part);
    }

    private String previews(Relation viewer, Map<String, Object> audience) {
        return String.valueOf(scene.viewer(viewer)
                .on(web)
                .post()
                .uri("/api/v1/audiences/preview")
                .bodyValue(Map.of("audience", audience))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /** Whether the answer differs from the one about something that never was. */
    private boolean toldApart(Relation viewer, Talk thread) {
        String nothing = UUID.randomUUID().toString();
        return !body(viewer, "posts/" + thread.id())
                .replace(thread.id(), "it")
                .equals(body(viewer, "posts/" + nothing).replace(nothing, "it"));
    }

    private static boolean mayDelete(Relation viewer) {
        return viewer == Relation.AUTHOR || viewer == Relation.MODERATOR;
    }

    /** What exists and may not be done is forbidden or a conflict; what does not exist is not found. */
    private boolean acts(
            Relation viewer, HttpMethod method, String path, @org.jspecify.annotations.Nullable Object body) {
        int status = scene.asks(scene.viewer(viewer), method, "/api/v1/posts/" + path, body);
        return status != 404 && viewer != Relation.DEACTIVATED;
    }

    /** Whoever is suspended is refused before anything is looked up, and so learns nothing. */
    private boolean writes(
            Relation viewer, HttpMethod method, String path, @org.jspecify.annotations.Nullable Object body) {
        return viewer == Relation.SUSPENDED
                ? scene.asks(scene.viewer(viewer), method, "/api/v1/posts/" + path, body) != 403
                : acts(viewer, method, path, body);
    }

    private boolean exported(Relation viewer, Talk thread) {
        return pages.computeIfAbsent("export " + viewer, key -> Set.of(export(scene.viewer(viewer))))
                .iterator()
                .next()
                .contains(thread.id());
    }

    /** One's own words, and where one was mentioned, as far as it may be read. */
    private boolean mayBeExported(Relation viewer, Talk thread) {
        return viewer == Relation.AUTHOR || (viewer == Relation.MENTIONED && readable(viewer, thread));
    }

    private String export(Someone person) {
        KeyPair keys = Sealed.keys();
        UUID export = UUID.randomUUID();
        topics.publish(new ExportRequested(
                export,
                person.id(),
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                Instant.now()));
        ExportPart first = topics.await(ExportPart.class, export.toString(), 1).get(0);
        Sealed sealed = new Sealed(first.sealedKey(), List.of(first.data()));
        return new String(sealed.open(keys.getPrivate().getEncoded()), java.nio.charset.StandardCharsets.UTF_8);
    }
}
