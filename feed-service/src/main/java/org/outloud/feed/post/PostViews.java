package org.outloud.feed.post;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Posts as readers get them. Whoever wants posts brings a query of {@code readable_post} that picks and orders them; this
 * adds author, community, thanks and answers with one statement, and a second one only where something was answered.
 * PostgreSQL builds the JSON: a field of the public contract is a column of {@code said}.
 */
@Repository
public class PostViews {

    /** Members of {@code said} are named as clients know them; what needs a second look here stands beside it. */
    private static final String DECORATE = """
            select p.id, p.root_id, p.author_id, p.created_at, p.version, p.answer_id,
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
                '[]'::json as attachments,
                case when p.answer_id is null and (p.kind = 'question' or p.need is not null)
                  then instant(p.created_at) end as "waitingSince",
                p.comment_count - case when p.comment_count > 0 and exists (select from hidden_from(:viewer)) then (
                  select count(*) from post c where c.root_id = p.id and c.in_reply_to is not null
                    and c.deleted_at is null and c.author_id in (select h.id from hidden_from(:viewer) as h (id)))
                  else 0 end as "commentCount",
                p.version) said) as said,
              case when p.mentions <> '{}' then array(
                select h.id from hidden_from(:viewer) as h (id) where h.id = any(p.mentions)) end as hidden_mentions,
              coalesce(r.counts::text, '{}') as reactions, coalesce(r.thanks::text, '{}') as thanks, r.mine::text as mine,
              exists (select from saved_post s where s.person_id = :viewer and s.post_id = p.id) as saved
            from (%s) p
            join person a on a.id = p.author_id
            left join community c on c.id = p.community_id
            left join lateral (
              select json_object_agg(k.kind, k.n) as counts,
                json_object_agg(k.kind, k.people) filter (where k.kind <> 'like') as thanks,
                json_agg(k.kind) filter (where k.mine) as mine
              from (
                select x.kind, count(*) as n, bool_or(x.person_id = :viewer) as mine,
                  case when x.kind <> 'like' then (
                    select json_agg(json_build_object('id', f.id, 'userName', f.user_name, 'displayName',
                      f.display_name, 'avatar', f.avatar, 'department', f.department) order by f.created_at)
                    from (select t.*, y.created_at from reaction y join visible_person(:viewer) t on t.id = y.person_id
                      where y.post_id = p.id and y.kind = x.kind and y.given order by y.created_at limit 3) f) end as people
                from reaction x where x.post_id = p.id and x.given
                  and x.person_id <> all (array(select h.id from hidden_from(:viewer) as h (id)))
                group by x.kind) k
            ) r on true
            order by %s
            """;

    private final DatabaseClient database;
    private final Map<Query, Positional> queries = new ConcurrentHashMap<>();

    private record Query(String picked, String order) {}

    PostViews(DatabaseClient database) {
        this.database = database;
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
        return decorated(picked, order, viewer, parameters).collectList().flatMap(found -> answered(found, viewer));
    }

    private Flux<Found> decorated(String picked, String order, PersonId viewer, Map<String, ?> parameters) {
        return queries.computeIfAbsent(
                        new Query(picked, order), query -> Positional.of(DECORATE.formatted(picked, order)))
                .run(
                        database,
                        name -> name.equals("viewer") ? viewer.value() : Objects.requireNonNull(parameters.get(name)),
                        PostViews::toFound);
    }

    private Mono<List<PostView>> answered(List<Found> found, PersonId viewer) {
        UUID[] answers =
                found.stream().map(Found::answerId).filter(Objects::nonNull).toArray(UUID[]::new);
        if (answers.length == 0) {
            return Mono.just(found.stream().map(Found::post).toList());
        }
        return decorated(
                        "select p.* from readable_post(:viewer) p where p.id = any(:answers)",
                        "p.created_at",
                        viewer,
                        Map.of("answers", answers))
                .collectMap(answer -> answer.post().id().value(), Found::post)
                .map(accepted ->
                        found.stream().map(post -> post.answeredBy(accepted)).toList());
    }

    private record Found(PostView post, @Nullable UUID answerId) {

        PostView answeredBy(Map<UUID, PostView> accepted) {
            PostView answer = answerId == null ? null : accepted.get(answerId);
            return answer == null ? post : post.answeredBy(answer);
        }
    }

    /** By position, which the driver finds faster than by name. */
    private static Found toFound(Readable row) {
        String said = Objects.requireNonNull(row.get(6, String.class));
        UUID[] hidden = row.get(7, UUID[].class);
        if (hidden != null && hidden.length > 0) {
            said = UnlinkedMentions.in(said, Arrays.asList(hidden));
        }
        String mine = row.get(10, String.class);
        PostView post = new PostView(
                new PostId(uuid(row, 0)),
                new PostId(uuid(row, 1)),
                new PersonId(uuid(row, 2)),
                Objects.requireNonNull(row.get(3, Instant.class)),
                Objects.requireNonNull(row.get(4, Long.class)),
                Objects.requireNonNull(row.get(8, String.class)),
                Objects.requireNonNull(row.get(9, String.class)),
                said.substring(1, said.length() - 1),
                "{\"reactions\":" + (mine == null ? "[]" : mine) + ",\"saved\":"
                        + Boolean.TRUE.equals(row.get(11, Boolean.class)) + ",\"muted\":false}",
                null);
        return new Found(post, row.get(5, UUID.class));
    }

    private static UUID uuid(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }
}
