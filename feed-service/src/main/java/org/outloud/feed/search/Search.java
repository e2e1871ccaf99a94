package org.outloud.feed.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.feed.post.PostView;
import org.outloud.feed.post.PostViews;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.problem.Invalid;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Posts and comments by their words. The order is the words' weight in the text, halved for every four months of age; as a
 * sum of logarithms it does not depend on when one asks, so that a page never repeats or skips one. Of very common words the
 * newest {@link #CANDIDATES} texts that the viewer may read are weighed.
 */
@Repository
class Search {

    private static final int CANDIDATES = 10_000;

    /** Seconds in which a text loses all but 1/e of its weight: half in 120 days. */
    private static final double FADING = 120 * 86_400 / Math.log(2);

    private static final String FIND = """
            select f.id, f.score, concat_ws(' ', f.doing_html, f.learned_html, f.need_html, f.body_html) as html,
              matched_words(concat_ws(' ', f.doing, f.learned, f.need, f.body), :wanted) as matched
            from (
              select c.*, ln(greatest(%s, 0.000001)::float8) + extract(epoch from c.created_at)::float8 / :fading as score
              from (
                select p.id, p.created_at, p.doing, p.learned, p.need, p.body,
                  p.doing_html, p.learned_html, p.need_html, p.body_html, w.words
                from post_words w join readable_post(:viewer) p on p.id = w.post_id
                where true %s
                order by p.created_at desc, p.id desc limit :candidates) c
            ) f
            where (f.score, f.id) < (:score, :before)
            order by f.score desc, f.id desc limit :most
            """;
    private static final String WEIGHT = "ts_rank(c.words, search_query(:wanted, :unwanted), 1)";
    private static final String BY_WORDS = " and w.words @@ search_query(:wanted, :unwanted)";
    private static final String BY_AUTHOR =
            " and p.author_id in (select a.id from visible_person(:viewer) a where %s = :author)";
    private static final String BY_COMMUNITY =
            " and p.community_id in (select m.id from community m where %s = :community)";

    private final DatabaseClient database;
    private final PostViews posts;

    Search(DatabaseClient database, PostViews posts) {
        this.database = database;
        this.posts = posts;
    }

    /** Up to so many finds behind a place, the best first. */
    Mono<List<Found>> find(PersonId viewer, SearchRequest request, Cursor.@Nullable Named after, int most) {
        Query query = Query.of(request);
        DatabaseClient.GenericExecuteSpec find = database.sql(
                        FIND.formatted(query.byWords ? WEIGHT : "1.0", query.conditions))
                .bind("viewer", viewer.value())
                .bind("wanted", request.terms().wanted().toArray(String[]::new))
                .bind("fading", FADING)
                .bind("candidates", CANDIDATES)
                .bind("score", after == null ? Double.POSITIVE_INFINITY : score(after))
                .bind("before", after == null ? new UUID(-1, -1) : after.id())
                .bind("most", most);
        for (Map.Entry<String, Object> parameter : query.parameters.entrySet()) {
            find = find.bind(parameter.getKey(), parameter.getValue());
        }
        return find.map(row -> new Hit(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("score", Double.class)),
                        Objects.requireNonNull(row.get("html", String.class)),
                        Set.of(Objects.requireNonNull(row.get("matched", String[].class)))))
                .all()
                .collectList()
                .flatMap(hits -> read(hits, viewer));
    }

    private Mono<List<Found>> read(List<Hit> hits, PersonId viewer) {
        if (hits.isEmpty()) {
            return Mono.just(List.of());
        }
        UUID[] ids = hits.stream().map(Hit::id).toArray(UUID[]::new);
        return posts.list(
                        "select p.* from readable_post(:viewer) p where p.id = any(:ids)",
                        "p.created_at",
                        viewer,
                        Map.of("ids", ids))
                .map(found -> {
                    Map<UUID, PostView> byId = new HashMap<>();
                    found.forEach(post -> byId.put(post.id().value(), post));
                    return hits.stream()
                            .filter(hit -> byId.containsKey(hit.id()))
                            .map(hit -> hit.as(Objects.requireNonNull(byId.get(hit.id()))))
                            .toList();
                });
    }

    private static double score(Cursor.Named after) {
        try {
            double score = Double.parseDouble(after.key());
            if (Double.toString(score).equals(after.key())) {
                return score;
            }
        } catch (NumberFormatException e) {
            throw foreign();
        }
        throw foreign();
    }

    private static Invalid foreign() {
        return Invalid.field("cursor", "bad-cursor", "This cursor was not handed out here; start from the first page.");
    }

    /**
     * A post that was found.
     *
     * @param highlight HTML: a part of its text with the words in {@code mark}
     */
    record Found(PostView post, String highlight, double score) {

        Cursor cursor() {
            return new Cursor.Named(Double.toString(score), post.id().value());
        }
    }

    private record Hit(UUID id, double score, String html, Set<String> matched) {

        Found as(PostView post) {
            return new Found(post, Highlight.ofHtml(html, matched), score);
        }
    }

    /** The conditions of one search and what they ask with. */
    private record Query(boolean byWords, String conditions, Map<String, Object> parameters) {

        static Query of(SearchRequest request) {
            List<String> conditions = new ArrayList<>();
            Map<String, Object> parameters = new HashMap<>();
            SearchTerms terms = request.terms();
            boolean byWords = !terms.wanted().isEmpty() || !terms.unwanted().isEmpty();
            if (byWords) {
                conditions.add(BY_WORDS);
                parameters.put("unwanted", terms.unwanted().toArray(String[]::new));
            }
            if (request.kind() != null) {
                conditions.add(" and p.kind = :kind");
                parameters.put("kind", request.kind());
            }
            name(request.author(), BY_AUTHOR, "a.id", "lower(a.user_name)", "author", conditions, parameters);
            name(request.community(), BY_COMMUNITY, "m.id", "m.slug", "community", conditions, parameters);
            if (request.tag() != null) {
                conditions.add(" and p.tags @> array[:tag]::text[]");
                parameters.put("tag", request.tag());
            }
            if (request.from() != null) {
                conditions.add(" and p.created_at >= :from");
                parameters.put("from", request.from());
            }
            if (request.before() != null) {
                conditions.add(" and p.created_at < :until");
                parameters.put("until", request.before());
            }
            return new Query(byWords, String.join("", conditions), parameters);
        }

        /** By id when it is one, else by the name that people write. */
        private static void name(
                @Nullable String given,
                String condition,
                String identified,
                String named,
                String parameter,
                List<String> conditions,
                Map<String, Object> parameters) {
            if (given == null) {
                return;
            }
            boolean id = given.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
            conditions.add(condition.formatted(id ? identified : named));
            parameters.put(parameter, id ? UUID.fromString(given) : given.toLowerCase(Locale.ROOT));
        }
    }
}
