package org.outloud.feed.post;

import static java.util.stream.Collectors.toMap;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Posts as readers get them. Whoever wants posts brings a query of {@code readable_post} that picks and orders them. It answers
 * which posts, in which state, and what the viewer did with them; what they say comes from {@link SharedPosts}, or from
 * PostgreSQL, which builds the JSON: a field of the public contract is a column of {@code said}. A viewer from whom somebody
 * is hidden is answered in words of their own.
 */
@Repository
public class PostViews {

    private static final String PICK = """
            select p.id, p.version, p.stamp, p.comment_count, p.answer_id, p.shared_id,
              (select json_agg(x.kind)::text from reaction x
                where x.post_id = p.id and x.person_id = :viewer and x.given) as mine,
              exists (select from saved_post s where s.person_id = :viewer and s.post_id = p.id) as saved,
              exists (select from hidden_from(:viewer)) as apart,
              (select t.choice from thread_choice t
                where t.root_id = p.root_id and t.person_id = :viewer) as choice
            from (%s) p order by %s
            """;

    /** Whoever muted an author does not meet them in what others pass on. */
    private static final String ATTACHED = """
            select p.* from readable_post(:viewer) p
            where p.id = any(:all)
              and (p.id <> all(:shared) or p.author_id <> all (array(select m.id from muted_by(:viewer) as m (id))))
            """;

    /** Members of {@code said} are named as clients know them; what needs a second look here stands beside it. */
    private static final String SAY = """
            select p.id, p.root_id, p.author_id, p.created_at, p.version, p.stamp, p.comment_count, p.answer_id,
              (select row_to_json(said)::text from (select p.id, p.kind,
                (select row_to_json(x) from (select a.id, a.user_name as "userName", a.display_name as "displayName",
                  a.avatar, a.department) x) as author,
                p.body, p.body_html as "bodyHtml", p.doing, p.doing_html as "doingHtml", p.learned,
                p.learned_html as "learnedHtml", p.need, p.need_html as "needHtml",
                (select row_to_json(x) from (select p.audience as type, p.community_id as "communityId") x) as audience,
                case when c.id is not null then (
                  select row_to_json(x) from (select c.id, c.slug, c.name) x) end as community,
                p.in_reply_to as "inReplyTo", p.root_id as "rootId", instant(p.created_at) as "createdAt",
                instant(p.edited_at) as "editedAt", p.tags,
                case when p.mentions = '{}' then '[]' else coalesce((
                  select json_agg(json_build_object('id', t.id, 'userName', t.user_name, 'displayName', t.display_name,
                    'avatar', t.avatar, 'department', t.department) order by t.user_name)
                  from visible_person(:viewer) t where t.id = any(p.mentions)), '[]') end as mentions,
                coalesce((select json_agg(json_build_object('id', t.id, 'kind', t.kind, 'name', t.name, 'mediaType',
                    t.media_type, 'size', t.size, 'width', t.width, 'height', t.height, 'description', t.description,
                    'url', '/api/v1/attachments/' || t.id) order by t.place)
                  from attachment t where t.post_id = p.id), '[]') as attachments,
                case when p.link is not null then (select row_to_json(x) from (
                  select l.url, l.title, l.description, l.site from link_preview l
                  where l.url = p.link and l.title is not null) x) end as preview,
                case when p.answer_id is null and (p.kind = 'question' or p.need is not null)
                  then instant(p.created_at) end as "waitingSince",
                p.comment_count - case when p.comment_count > 0 and exists (select from hidden_from(:viewer)) then (
                  select count(*) from post c where c.root_id = p.id and c.in_reply_to is not null
                    and c.deleted_at is null and c.hidden_at is null and c.author_id in (select h.id from hidden_from(:viewer) as h (id)))
                  else 0 end as "commentCount",
                p.version) said) as said,
              case when p.mentions <> '{}' then array(
                select h.id from hidden_from(:viewer) as h (id) where h.id = any(p.mentions)) end as hidden_mentions,
              coalesce(r.counts::text, '{}') as reactions, coalesce(r.thanks::text, '{}') as thanks,
              pg_current_xact_id_if_assigned() is null as settled
            from (%s) p
            join person a on a.id = p.author_id
            left join community c on c.id = p.community_id
            left join lateral (
              select json_object_agg(k.kind, k.n) as counts,
                json_object_agg(k.kind, k.people) filter (where k.kind <> 'like') as thanks
              from (
                select x.kind, count(*) as n,
                  case when x.kind <> 'like' then (
                    select json_agg(json_build_object('id', f.id, 'userName', f.user_name, 'displayName',
                      f.display_name, 'avatar', f.avatar, 'department', f.department) order by f.created_at)
                    from (select t.*, y.created_at from reaction y join visible_person(:viewer) t on t.id = y.person_id
                      where y.post_id = p.id and y.kind = x.kind and y.given order by y.created_at limit 3) f) end as people
                from reaction x where x.post_id = p.id and x.given
                  and x.person_id <> all (array(select h.id from hidden_from(:viewer) as h (id)))
                group by x.kind) k
            ) r on true
            """;

    private static final Positional SAID_TO_ONE =
            Positional.of(SAY.formatted("select p.* from readable_post(:viewer) p where p.id = any(:ids)"));

    /** Asked only for posts of which {@code readable_post} has just told that somebody may read them. */
    private static final Positional SAID_TO_ALL = Positional.of(SAY.formatted(
            "select p.* from post p where p.id = any(:ids) and p.deleted_at is null and p.hidden_at is null"));

    /** From whom nobody is hidden. */
    private static final PersonId ANYBODY = new PersonId(new UUID(0, 0));

    private final DatabaseClient database;
    private final SharedPosts shared;
    private final Map<Query, Positional> queries = new ConcurrentHashMap<>();

    private record Query(String picked, String order) {}

    /** A post that the viewer may read, and what the viewer did with it. */
    private record Picked(
            UUID id, SharedPosts.State state, @Nullable UUID shared, String mine, boolean apart) {}

    PostViews(DatabaseClient database, SharedPosts shared) {
        this.database = database;
        this.shared = shared;
    }

    /** One post, if the viewer may read it. */
    public Mono<PostView> find(PostId id, PersonId viewer) {
        return list(
                        "select p.* from readable_post(:viewer) p where p.id = :id",
                        "p.created_at",
                        viewer,
                        Map.of("id", id.value()))
                .flatMap(found -> found.isEmpty() ? Mono.empty() : Mono.just(found.get(0)));
    }

    /** A thread's comments behind a place, oldest first. */
    Mono<List<PostView>> comments(PostId root, PersonId viewer, Instant after, UUID afterId, int most) {
        return list(
                """
                select p.* from readable_post(:viewer) p
                where p.root_id = :root and p.in_reply_to is not null and (p.created_at, p.id) > (:after, :afterId)
                order by p.created_at, p.id limit :most
                """,
                "p.created_at, p.id",
                viewer,
                Map.of("root", root.value(), "after", after, "afterId", afterId, "most", most));
    }

    /**
     * The posts that a query picks.
     *
     * @param picked selects rows of {@code post} through {@code readable_post(:viewer)}, never around it
     * @param order order of the answer, in terms of {@code p}
     */
    public Mono<List<PostView>> list(String picked, String order, PersonId viewer, Map<String, ?> parameters) {
        return pick(picked, order, viewer, parameters)
                .flatMap(found -> said(found, viewer)
                        .flatMap(texts -> attached(found, viewer).map(attached -> views(found, texts, attached))));
    }

    private Mono<List<Picked>> pick(String picked, String order, PersonId viewer, Map<String, ?> parameters) {
        Positional query = queries.computeIfAbsent(
                new Query(picked, order), wanted -> Positional.of(PICK.formatted(wanted.picked(), wanted.order())));
        return query.run(
                        database,
                        name -> name.equals("viewer") ? viewer.value() : Objects.requireNonNull(parameters.get(name)),
                        PostViews::toPicked)
                .collectList();
    }

    private Mono<Map<UUID, SharedPosts.Text>> said(List<Picked> found, PersonId viewer) {
        if (found.isEmpty()) {
            return Mono.just(Map.of());
        }
        Map<UUID, SharedPosts.Text> texts = new HashMap<>();
        boolean apart = found.get(0).apart();
        if (!apart) {
            for (Picked post : found) {
                SharedPosts.Text text = shared.find(post.id(), post.state());
                if (text != null) {
                    texts.put(post.id(), text);
                }
            }
        }
        return missing(found, texts, apart ? SAID_TO_ONE : SAID_TO_ALL, apart ? viewer : ANYBODY)
                .thenReturn(texts);
    }

    /** Adds what is not known yet, and keeps it where it says the same to all. */
    private Mono<Void> missing(
            List<Picked> found, Map<UUID, SharedPosts.Text> texts, Positional query, PersonId viewer) {
        UUID[] ids = found.stream()
                .map(Picked::id)
                .filter(id -> !texts.containsKey(id))
                .toArray(UUID[]::new);
        if (ids.length == 0) {
            return Mono.empty();
        }
        long since = shared.now();
        return query.run(database, name -> name.equals("viewer") ? viewer.value() : ids, row -> {
                    SharedPosts.Text text = toText(row);
                    if (viewer.equals(ANYBODY) && is(row, 12)) {
                        shared.keep(text, since);
                    }
                    return text;
                })
                .doOnNext(text -> texts.put(text.id().value(), text))
                .then();
    }

    /** Accepted answers and what posts pass on, by id, one level deep. */
    private Mono<Map<UUID, PostView>> attached(List<Picked> found, PersonId viewer) {
        UUID[] shared =
                found.stream().map(Picked::shared).filter(Objects::nonNull).toArray(UUID[]::new);
        UUID[] all = Stream.concat(
                        Arrays.stream(shared),
                        found.stream().map(post -> post.state().answer()))
                .filter(Objects::nonNull)
                .toArray(UUID[]::new);
        if (all.length == 0) {
            return Mono.just(Map.of());
        }
        return pick(ATTACHED, "p.created_at", viewer, Map.of("all", all, "shared", shared))
                .flatMap(picked -> said(picked, viewer).map(texts -> views(picked, texts, Map.of())))
                .map(posts -> posts.stream().collect(toMap(post -> post.id().value(), post -> post)));
    }

    /** What was deleted between the two questions is left out. */
    private static List<PostView> views(
            List<Picked> found, Map<UUID, SharedPosts.Text> texts, Map<UUID, PostView> attached) {
        List<PostView> views = new ArrayList<>(found.size());
        for (Picked post : found) {
            SharedPosts.Text text = texts.get(post.id());
            if (text != null) {
                UUID answer = post.state().answer();
                UUID shared = post.shared();
                views.add(text.seen(post.mine())
                        .with(
                                answer == null ? null : attached.get(answer),
                                shared == null ? null : new PostView.Shared(new PostId(shared), attached.get(shared))));
            }
        }
        return views;
    }

    /** By position, which the driver finds faster than by name. */
    private static Picked toPicked(Readable row) {
        String reactions = row.get(6, String.class);
        String choice = row.get(9, String.class);
        return new Picked(
                uuid(row, 0),
                state(row, 1),
                row.get(5, UUID.class),
                "{\"reactions\":" + (reactions == null ? "[]" : reactions) + ",\"saved\":" + is(row, 7) + ",\"muted\":"
                        + "muted".equals(choice) + ",\"followed\":" + "followed".equals(choice) + "}",
                is(row, 8));
    }

    private static boolean is(Readable row, int column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }

    private static SharedPosts.Text toText(Readable row) {
        String said = Objects.requireNonNull(row.get(8, String.class));
        UUID[] hidden = row.get(9, UUID[].class);
        if (hidden != null && hidden.length > 0) {
            said = UnlinkedMentions.in(said, Arrays.asList(hidden));
        }
        return new SharedPosts.Text(
                new PostId(uuid(row, 0)),
                new PostId(uuid(row, 1)),
                new PersonId(uuid(row, 2)),
                Objects.requireNonNull(row.get(3, Instant.class)),
                state(row, 4),
                Objects.requireNonNull(row.get(10, String.class)),
                Objects.requireNonNull(row.get(11, String.class)),
                said.substring(1, said.length() - 1));
    }

    private static SharedPosts.State state(Readable row, int from) {
        return new SharedPosts.State(
                Objects.requireNonNull(row.get(from, Long.class)),
                Objects.requireNonNull(row.get(from + 1, Long.class)),
                Objects.requireNonNull(row.get(from + 2, Integer.class)),
                row.get(from + 3, UUID.class));
    }

    private static UUID uuid(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }
}
