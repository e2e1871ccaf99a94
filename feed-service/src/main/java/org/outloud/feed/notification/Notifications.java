package org.outloud.feed.notification;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.feed.post.PostView;
import org.outloud.feed.post.PostViews;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What concerns somebody, in bundles, and what of it they have not seen. */
@Repository
@SuppressWarnings("StringConcatToTextBlock") // Error Prone 2.42 ends with an exception in this check here
class Notifications {

    /** Of what is unread as long as something is, then of all; the line shown is the one that concerns the viewer most. */
    private static final String PAGE = """
            with heard as materialized (
              select h.*, array_position(array['mention', 'my-comment', 'my-thread'], h.kind) as weight
              from concerns(:viewer) h where h.at <= :asOf
            ), bundle as (
              select h.bundle, max(h.at) as newest, bool_or(h.unread) as unread from heard h
              group by h.bundle
              having (max(h.at), h.bundle) < (:before, :beforeId) and (bool_or(h.unread) or not :unread)
              order by 2 desc, 1 desc limit :most
            )
            select b.bundle, b.newest, b.unread, n.sort, n.kind, n.events, n.people, n.subject_id, n.root_id, n.thanks,
              coalesce((select json_agg(json_build_object('id', p.id, 'userName', p.user_name, 'displayName', p.display_name,
                  'avatar', p.avatar, 'department', p.department) order by a.newest desc)::text
                from (select h.actor_id, max(h.at) as newest from heard h
                  where h.bundle = b.bundle and (h.unread or not b.unread)
                  group by h.actor_id order by 2 desc limit 3) a
                join visible_person(:viewer) p on p.id = a.actor_id), '[]') as actors,
              (select json_build_object('kind', a.reason, 'words', a.words, 'count', a.count)::text
                from ask_helper a
                where n.sort = 'ask' and a.post_id = n.subject_id and a.person_id = :viewer) as because
            from bundle b cross join lateral (
              select min(h.sort) as sort, count(distinct h.subject_id)::int as events, count(distinct h.actor_id)::int as people,
                (array_agg(h.kind order by h.weight, h.at desc))[1] as kind,
                (array_agg(h.subject_id order by h.weight, h.at desc))[1] as subject_id,
                (array_agg(h.root_id order by h.weight, h.at desc))[1] as root_id,
                array(select distinct r.kind from reaction r
                  where min(h.sort) = 'thanks' and r.post_id = (array_agg(h.subject_id))[1]
                    and r.person_id = any(array_agg(h.actor_id)) and r.given and r.kind <> 'like' order by 1) as thanks
              from heard h where h.bundle = b.bundle and (h.unread or not b.unread)) n
            order by b.newest desc, b.bundle desc
            """;

    private static final String UNREAD = "select count(distinct h.bundle)::int from concerns(:viewer) h where h.unread";

    private static final String READ = """
            with decisions as (
              update decision_notice d set unread = false
              where d.owner_id = :viewer and d.unread and d.at <= :until
                and (bundle_of(:viewer, d.kind, d.about) = any(:ids) or :all)
            )
            update notice n set unread = false
            where n.owner_id = :viewer and n.unread and n.at <= :until
              and (n.bundle = any(:ids) or :all)
            """;

    private final DatabaseClient database;
    private final PostViews posts;

    Notifications(DatabaseClient database, PostViews posts) {
        this.database = database;
        this.posts = posts;
    }

    /** What is told on a page, as it stood at a moment, the newest first. */
    Mono<List<Bundle>> page(PersonId viewer, Place after, boolean unreadOnly, int most) {
        return database.sql(PAGE)
                .bind("viewer", viewer.value())
                .bind("asOf", after.asOf())
                .bind("before", after.before())
                .bind("beforeId", after.id())
                .bind("unread", unreadOnly)
                .bind("most", most)
                .map(Bundle::of)
                .all()
                .collectList();
    }

    /** Bundles with the posts that they are about; one whose post may not be read any more is left out. */
    Mono<List<Notification>> shown(List<Bundle> bundles, PersonId viewer) {
        UUID[] ids = bundles.stream()
                .flatMap(bundle -> Stream.of(bundle.post(), bundle.line()))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        return posts.list(
                        "select p.* from readable_post(:viewer) p where p.id = any(:ids)",
                        "p.created_at",
                        viewer,
                        Map.of("ids", ids))
                .map(found -> {
                    Map<UUID, PostView> byId = new HashMap<>();
                    found.forEach(post -> byId.put(post.id().value(), post));
                    return bundles.stream()
                            .filter(bundle -> Stream.of(bundle.post(), bundle.line())
                                    .allMatch(id -> id == null || byId.containsKey(id)))
                            .map(bundle -> bundle.with(byId))
                            .toList();
                });
    }

    /** How many notifications hold something unread. */
    Mono<Integer> unread(PersonId viewer) {
        return database.sql(UNREAD)
                .bind("viewer", viewer.value())
                .mapValue(Integer.class)
                .one();
    }

    /** All until a moment was seen, or only some notifications. */
    Mono<Void> read(PersonId viewer, @Nullable List<UUID> ids, Instant until) {
        return database.sql(READ)
                .bind("viewer", viewer.value())
                .bind("ids", ids == null ? new UUID[0] : ids.toArray(UUID[]::new))
                .bind("all", ids == null)
                .bind("until", until)
                .then();
    }

    /**
     * One notification.
     *
     * @param people how many they are; nobody, of a decision
     * @param actors the first of them, as JSON
     * @param at when the newest of it happened
     * @param post what it is about; null while it is hidden
     * @param latest the comment that concerns the reader most; null when that is the post
     * @param thanks the kinds of thanks
     */
    record Notification(
            UUID id,
            Reason reason,
            boolean unread,
            Instant at,
            int people,
            @JsonRawValue String actors,
            @Nullable PostView post,
            @Nullable PostView latest,
            List<String> thanks) {}

    /**
     * Why it is told.
     *
     * @param kind the strongest reason that holds
     * @param count how many lines, or how many people gave thanks
     * @param because of an ask, why the reader could help, as JSON
     */
    record Reason(
            String kind, int count, @JsonRawValue @Nullable String because) {}

    /** What a notification is made of. */
    record Bundle(
            UUID id,
            Instant newest,
            boolean unread,
            String sort,
            Reason reason,
            int people,
            UUID subject,
            UUID root,
            List<String> thanks,
            String actors) {

        static Bundle of(Readable row) {
            String kind = get(row, "kind", String.class);
            boolean ofPeople = kind.equals("thanks");
            int people = get(row, "people", Integer.class);
            return new Bundle(
                    get(row, "bundle", UUID.class),
                    get(row, "newest", Instant.class),
                    get(row, "unread", Boolean.class),
                    get(row, "sort", String.class),
                    new Reason(
                            kind,
                            ofPeople ? people : get(row, "events", Integer.class),
                            row.get("because", String.class)),
                    people,
                    get(row, "subject_id", UUID.class),
                    get(row, "root_id", UUID.class),
                    List.of(get(row, "thanks", String[].class)),
                    get(row, "actors", String.class));
        }

        /** Thanks are about what they are given for, anything else about the thread. What is hidden is not shown. */
        @Nullable
        UUID post() {
            return switch (sort) {
                case "thanks" -> subject;
                case "decision" -> isBack() ? root : null;
                default -> root;
            };
        }

        @Nullable
        UUID line() {
            boolean comment = (sort.equals("line") || sort.equals("answer") || isBack()) && !subject.equals(root);
            return comment ? subject : null;
        }

        private boolean isBack() {
            return reason.kind().equals("restored");
        }

        Notification with(Map<UUID, PostView> posts) {
            UUID post = post();
            UUID line = line();
            return new Notification(
                    id,
                    reason,
                    unread,
                    newest,
                    people,
                    actors,
                    post == null ? null : posts.get(post),
                    line == null ? null : posts.get(line),
                    thanks);
        }

        private static <T> T get(Readable row, String column, Class<T> type) {
            return Objects.requireNonNull(row.get(column, type));
        }
    }
}
