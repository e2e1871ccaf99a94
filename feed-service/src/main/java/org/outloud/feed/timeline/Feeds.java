package org.outloud.feed.timeline;

import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.feed.community.Communities;
import org.outloud.feed.post.PostView;
import org.outloud.feed.post.PostViews;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Forbidden;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The feeds: posts, never comments, newest first, only what the viewer may read. */
@Repository
public class Feeds {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1L, -1L);
    private static final String NEWEST_FIRST = "p.created_at desc, p.id desc";

    /** What stands in a home: by whom, and why. */
    private static final String WANTED = """
            (t.created_at, t.post_id) < (:before, :beforeId)
              and p.author_id <> all (array(select m.id from muted_by(:viewer) as m (id)))
              and (p.author_id = :viewer
                or exists (select from follow f
                  where f.follower = :viewer and f.followee = p.author_id and f.following)
                or exists (select from membership m
                  where m.community_id = p.community_id and m.person_id = :viewer and m.role is not null))
              %s
            order by t.created_at desc, t.post_id desc limit :most
            """;

    /** The viewer's own timeline, merged with those of sources that write once for all; a post may stand in both. */
    private static final String HOME = """
            select distinct on (p.created_at, p.id) p.* from (
              (select p.* from timeline t join readable_post(:viewer) p on p.id = t.post_id
                where t.owner_id = :viewer and %1$s)
              union all
              select p.* from merged_for(:viewer) as s (id) cross join lateral (
                select p.* from shared_timeline t join readable_post(:viewer) p on p.id = t.post_id
                where t.source_id = s.id and %1$s) p
            ) p
            order by p.created_at desc, p.id desc limit :most
            """;

    private static final String OF = """
            select p.* from readable_post(:viewer) p
            where %s and p.in_reply_to is null and (p.created_at, p.id) < (:before, :beforeId)
            order by p.created_at desc, p.id desc limit :most
            """;

    private final PostViews posts;
    private final Communities communities;

    Feeds(PostViews posts, Communities communities) {
        this.posts = posts;
        this.communities = communities;
    }

    /** What those write whom the viewer follows, where the viewer takes part, and the viewer. */
    public Mono<List<PostView>> home(PersonId viewer, Cursor.@Nullable At before, int most) {
        return home(viewer, HomeFilter.EVERYTHING, before, most);
    }

    Mono<List<PostView>> home(PersonId viewer, HomeFilter filter, Cursor.@Nullable At before, int most) {
        return page(HOME.formatted(WANTED.formatted(filter.condition())), viewer, before, most, Map.of());
    }

    /** What one person writes. */
    public Mono<List<PostView>> byPerson(PersonId viewer, PersonId author, Cursor.@Nullable At before, int most) {
        return page(OF.formatted("p.author_id = :author"), viewer, before, most, Map.of("author", author.value()));
    }

    /** What is said in a community; {@link Absent} when it is none or secret to the viewer, {@link Forbidden} when closed. */
    public Mono<List<PostView>> inCommunity(
            PersonId viewer, CommunityId community, Cursor.@Nullable At before, int most) {
        return communities
                .standing(community, viewer)
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(standing -> {
                    if (!standing.mayRead()) {
                        throw new Forbidden("members-only");
                    }
                })
                .flatMap(standing -> page(
                        OF.formatted("p.community_id = :community"),
                        viewer,
                        before,
                        most,
                        Map.of("community", community.value())));
    }

    /** What carries a tag, whose case does not matter. */
    public Mono<List<PostView>> tagged(PersonId viewer, String tag, Cursor.@Nullable At before, int most) {
        String normalised = Normalizer.normalize(tag, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return page(OF.formatted("p.tags @> array[:tag]::text[]"), viewer, before, most, Map.of("tag", normalised));
    }

    private Mono<List<PostView>> page(
            String query, PersonId viewer, Cursor.@Nullable At before, int most, Map<String, ?> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("before", before == null ? END_OF_TIME : before.time());
        all.put("beforeId", before == null ? LAST : before.id());
        all.put("most", most);
        return posts.list(query, NEWEST_FIRST, viewer, all);
    }
}
