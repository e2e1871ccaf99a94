package org.outloud.feed.post;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.feed.person.PersonRef;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Posts as readers get them. Whoever wants posts brings a query of {@code readable_post} that picks and orders them; this
 * adds author, community, thanks and answers with one statement, and a second one only where something was answered.
 */
@Repository
public class PostViews {

    private static final String DECORATE = """
            select p.*, a.user_name, a.display_name, a.avatar, a.department, c.slug, c.name as community_name,
              case when p.mentions <> '{}' then (select jsonb_agg(jsonb_build_object('id', t.id, 'userName', t.user_name,
                'displayName', t.display_name, 'avatar', t.avatar, 'department', t.department) order by t.user_name)
                from visible_person(:viewer) t where t.id = any(p.mentions))::text end as mentioned,
              case when p.mentions <> '{}' then array(
                select h.id from hidden_from(:viewer) as h (id) where h.id = any(p.mentions)) end as hidden_mentions,
              case when p.comment_count > 0 and exists (select from hidden_from(:viewer)) then (
                select count(*) from post c where c.root_id = p.id and c.in_reply_to is not null and c.deleted_at is null
                  and c.author_id in (select h.id from hidden_from(:viewer) as h (id))) else 0 end as hidden_comments,
              exists (select from saved_post s where s.person_id = :viewer and s.post_id = p.id) as saved,
              r.counts::text as reactions, r.thanks::text as thanks, r.mine, p.answer_id as answered_by
            from (%s) p
            join person a on a.id = p.author_id
            left join community c on c.id = p.community_id
            left join lateral (
              select jsonb_object_agg(k.kind, k.n) as counts,
                jsonb_object_agg(k.kind, k.people) filter (where k.kind <> 'like') as thanks,
                array_agg(k.kind) filter (where k.mine) as mine
              from (
                select x.kind, count(*) as n, bool_or(x.person_id = :viewer) as mine,
                  (select jsonb_agg(jsonb_build_object('id', f.id, 'userName', f.user_name, 'displayName',
                      f.display_name, 'avatar', f.avatar, 'department', f.department) order by f.created_at)
                    from (select t.*, y.created_at from reaction y join visible_person(:viewer) t on t.id = y.person_id
                      where y.post_id = p.id and y.kind = x.kind and y.given order by y.created_at limit 3) f) as people
                from reaction x where x.post_id = p.id and x.given
                  and x.person_id <> all (array(select h.id from hidden_from(:viewer) as h (id)))
                group by x.kind) k
            ) r on true
            order by %s
            """;

    private final DatabaseClient database;

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
        DatabaseClient.GenericExecuteSpec query =
                database.sql(DECORATE.formatted(picked, order)).bind("viewer", viewer.value());
        for (Map.Entry<String, ?> parameter : parameters.entrySet()) {
            query = query.bind(parameter.getKey(), parameter.getValue());
        }
        return query.map(PostViews::toFound).all();
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

    private static Found toFound(Readable row) {
        UUID community = row.get("community_id", UUID.class);
        UUID inReplyTo = row.get("in_reply_to", UUID.class);
        UUID answer = row.get("answered_by", UUID.class);
        String kind = text(row, "kind");
        String need = row.get("need", String.class);
        Instant createdAt = Objects.requireNonNull(row.get("created_at", Instant.class));
        UnlinkedMentions hidden = new UnlinkedMentions(list(row.get("hidden_mentions", UUID[].class)));
        int hiddenComments = Math.toIntExact(Objects.requireNonNull(row.get("hidden_comments", Long.class)));
        PostView post = new PostView(
                new PostId(uuid(row, "id")),
                kind,
                author(row),
                row.get("body", String.class),
                hidden.in(row.get("body_html", String.class)),
                row.get("doing", String.class),
                hidden.in(row.get("doing_html", String.class)),
                row.get("learned", String.class),
                hidden.in(row.get("learned_html", String.class)),
                need,
                hidden.in(row.get("need_html", String.class)),
                new PostView.AudienceView(text(row, "audience"), community == null ? null : new CommunityId(community)),
                community(row, community),
                inReplyTo == null ? null : new PostId(inReplyTo),
                new PostId(uuid(row, "root_id")),
                createdAt,
                row.get("edited_at", Instant.class),
                list(row.get("tags", String[].class)),
                json(row, "mentioned", "[]"),
                List.of(),
                answer == null && (kind.equals("question") || need != null) ? createdAt : null,
                Objects.requireNonNull(row.get("comment_count", Integer.class)) - hiddenComments,
                json(row, "reactions", "{}"),
                json(row, "thanks", "{}"),
                new PostView.Mine(
                        list(row.get("mine", String[].class)),
                        Boolean.TRUE.equals(row.get("saved", Boolean.class)),
                        false),
                null,
                Objects.requireNonNull(row.get("version", Long.class)));
        return new Found(post, answer);
    }

    private static PersonRef author(Readable row) {
        return new PersonRef(
                new PersonId(uuid(row, "author_id")),
                text(row, "user_name"),
                text(row, "display_name"),
                row.get("avatar", String.class),
                row.get("department", String.class));
    }

    private static PostView.@Nullable CommunityRef community(Readable row, @Nullable UUID id) {
        String slug = row.get("slug", String.class);
        return id == null || slug == null
                ? null
                : new PostView.CommunityRef(new CommunityId(id), slug, text(row, "community_name"));
    }

    private static String json(Readable row, String column, String otherwise) {
        String json = row.get(column, String.class);
        return json == null ? otherwise : json;
    }

    private static <T> List<T> list(T @Nullable [] array) {
        return array == null ? List.of() : Arrays.asList(array);
    }

    private static UUID uuid(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
