package org.outloud.community.landscape;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.outloud.community.person.PersonRef;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What was found, run by run, as the one who looks may see it today. */
@Repository
class Landscape {

    /** An entry by its name. */
    record Named(
            UUID id,
            String name,
            @Nullable String domain,
            @Nullable UUID communityId) {}

    /** A gap as it is shown. */
    record GapView(
            int place,
            String label,
            List<String> words,
            int people,
            int posts,
            int asks,
            List<Integer> weeks,
            List<UUID> examples,
            @Nullable Named nearest,
            double share) {}

    /** The open or last proposal about a pair. */
    record Proposed(UUID id, String state) {}

    /** An overlap as it is shown; members and tags only where everybody may see them now. */
    record OverlapView(
            int place,
            Named one,
            Named other,
            double score,
            double words,
            @Nullable Double tags,
            @Nullable Double members,
            List<String> sharedWords,
            List<String> sharedTags,
            @Nullable Integer sharedMembers,
            List<PersonRef> memberSample,
            @Nullable Proposed proposal) {}

    private static final String RUN = "r.id, r.asked_at, r.finished_at, r.failed, r.posts, r.people, r.entries";
    private static final String ASK = """
            insert into landscape_run (id, asked_at) select :id, now()
            where not :daily or not exists (select 1 from landscape_run where asked_at > now() - interval '1 day')
            on conflict ((true)) where finished_at is null do nothing
            """;
    private static final String WAITING =
            "select " + RUN + " from landscape_run r where r.finished_at is null for update skip locked";
    private static final String RUNS = "select " + RUN + " from landscape_run r order by r.asked_at desc limit :most";
    private static final String LAST = "select " + RUN + " from landscape_run r"
            + " where r.finished_at is not null and not r.failed order by r.finished_at desc limit 1";
    private static final String FINISH = """
            update landscape_run set finished_at = clock_timestamp(), posts = :posts, people = :people,
              entries = :entries
            where id = :id
            """;
    private static final String FAIL =
            "update landscape_run set finished_at = clock_timestamp(), failed = true where finished_at is null";
    private static final String FORGET = "delete from landscape_run where asked_at < now() - interval '1 year'";
    private static final String ADD_GAP = """
            insert into found_gap (run_id, place, label, words, people, posts, asks, weeks, examples, nearest, share)
            values (:run, :place, :label, :words, :people, :posts, :asks, :weeks, :examples, :nearest, :share)
            """;
    private static final String ADD_OVERLAP = """
            insert into found_overlap (run_id, place, one, other, words, tags, members, shared_words, shared_tags,
              shared_members)
            values (:run, :place, :one, :other, :words, :tags, :members, :sharedWords, :sharedTags, :sharedMembers)
            """;
    private static final String NAMED = """
            json_build_object('id', %1$s.id, 'name', %1$s.name, 'domain', %1$s.domain, 'communityId', %1$s.community_id)
            """;
    private static final String GAPS = """
            select g.place, g.label, g.words, g.people, g.posts, g.asks, g.weeks, g.share,
              array(
                select x.id from unnest(g.examples) with ordinality as x (id, place)
                join open_post o on o.post_id = x.id and o.community_id is null and cardinality(o.stems) > 0
                join visible_person(:viewer) p on p.id = o.author_id
                order by x.place) as examples,
              case when n.id is not null then %s end::text as nearest
            from found_gap g left join visible_entry(:viewer) n on n.id = g.nearest
            where g.run_id = :run
            order by g.place
            """.formatted(NAMED.formatted("n"));
    private static final String OVERLAPS = """
            select o.place, o.words, %1$s::text as one, %2$s::text as other, o.shared_words,
              case when open.both then o.tags end as tags,
              case when open.both then o.members end as members,
              case when open.both then o.shared_tags else '{}' end as shared_tags,
              case when open.both then o.shared_members end as shared_members,
              case when open.both then coalesce((
                select json_agg(json_build_object('id', s.id, 'userName', s.user_name, 'displayName', s.display_name,
                  'avatar', s.avatar, 'department', s.department))
                from (
                  select p.* from visible_person(:viewer) p
                  join membership m on m.person_id = p.id and m.community_id = a.community_id
                    and m.role in ('steward', 'facilitator', 'member')
                  join membership n on n.person_id = p.id and n.community_id = b.community_id
                    and n.role in ('steward', 'facilitator', 'member')
                  where p.active order by p.display_name, p.id limit 5) s), '[]') else '[]' end::text as sample,
              (select json_build_object('id', p.id, 'state', p.state) from merge_proposal p
               where p.one_id = o.one and p.other_id = o.other order by p.proposed_at desc limit 1)::text as proposal
            from found_overlap o
            join visible_entry(:viewer) a on a.id = o.one and a.stage <> 'closed'
            join visible_entry(:viewer) b on b.id = o.other and b.stage <> 'closed'
            left join community ca on ca.id = a.community_id
            left join community cb on cb.id = b.community_id
            cross join lateral (
              select coalesce(ca.visibility = 'open' and cb.visibility = 'open', false) as both) as open
            where o.run_id = :run
            order by o.place
            """.formatted(NAMED.formatted("a"), NAMED.formatted("b"));

    private final DatabaseClient database;
    private final JsonMapper json;

    Landscape(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Asks for a run, unless one waits; of the daily one, unless there was one that day. */
    Mono<Void> ask(UUID id, boolean daily) {
        return database.sql(ASK).bind("id", id).bind("daily", daily).then();
    }

    /** The run that waits, held; empty when none does, or somebody else is at it. */
    Mono<Run> waiting() {
        return database.sql(WAITING).map(Landscape::toRun).one();
    }

    /** The newest runs. */
    Mono<List<Run>> runs(int most) {
        return database.sql(RUNS).bind("most", most).map(Landscape::toRun).all().collectList();
    }

    /** The newest run that found what there is. */
    Mono<Run> last() {
        return database.sql(LAST).map(Landscape::toRun).one();
    }

    /** Keeps what a run found, and lets go of runs that are a year old. */
    Mono<Void> finish(UUID run, List<Spoken> posts, List<Place> places, List<Gap> gaps, List<Overlap> overlaps) {
        Mono<Void> finished = database.sql(FINISH)
                .bind("id", run)
                .bind("posts", posts.size())
                .bind("people", Topics.people(posts))
                .bind("entries", places.size())
                .then();
        return Flux.concat(
                        each(gaps, (gap, place) -> adding(run, place, gap)),
                        each(overlaps, (pair, place) -> adding(run, place, pair)),
                        finished,
                        database.sql(FORGET).then())
                .then();
    }

    /** The run that waits came to nothing. */
    Mono<Void> fail() {
        return database.sql(FAIL).then();
    }

    Mono<List<GapView>> gaps(UUID run, PersonId viewer) {
        return database.sql(GAPS)
                .bind("run", run)
                .bind("viewer", viewer.value())
                .map(this::toGap)
                .all()
                .collectList();
    }

    Mono<List<OverlapView>> overlaps(UUID run, PersonId viewer) {
        return database.sql(OVERLAPS)
                .bind("run", run)
                .bind("viewer", viewer.value())
                .map(this::toOverlap)
                .all()
                .collectList();
    }

    private <T> Mono<Void> each(List<T> all, BiFunction<T, Integer, DatabaseClient.GenericExecuteSpec> adding) {
        return Flux.fromStream(() -> IntStream.range(0, all.size()).boxed())
                .concatMap(place -> adding.apply(all.get(place), place).then())
                .then();
    }

    private DatabaseClient.GenericExecuteSpec adding(UUID run, int place, Gap gap) {
        return database.sql(ADD_GAP)
                .bindProperties(new GapRow(
                        run, place, gap.label(), gap.people(), gap.posts(), gap.asks(), gap.nearest(), (float)
                                gap.share()))
                .bind("words", gap.words().toArray(String[]::new))
                .bind("weeks", gap.weeks().toArray(Integer[]::new))
                .bind("examples", gap.examples().toArray(UUID[]::new));
    }

    private DatabaseClient.GenericExecuteSpec adding(UUID run, int place, Overlap pair) {
        return database.sql(ADD_OVERLAP)
                .bindProperties(new OverlapRow(
                        run,
                        place,
                        pair.one(),
                        pair.other(),
                        (float) pair.words(),
                        narrow(pair.tags()),
                        narrow(pair.members()),
                        pair.sharedMembers()))
                .bind("sharedWords", pair.sharedWords().toArray(String[]::new))
                .bind("sharedTags", pair.sharedTags().toArray(String[]::new));
    }

    private static @Nullable Float narrow(@Nullable Double share) {
        return share == null ? null : share.floatValue();
    }

    private static Run toRun(Readable row) {
        return new Run(
                Columns.get(row, "id", UUID.class),
                Columns.get(row, "asked_at", Instant.class),
                row.get("finished_at", Instant.class),
                Columns.get(row, "failed", Boolean.class),
                row.get("posts", Integer.class),
                row.get("people", Integer.class),
                row.get("entries", Integer.class));
    }

    private GapView toGap(Readable row) {
        return new GapView(
                Columns.get(row, "place", Integer.class),
                Columns.get(row, "label", String.class),
                Arrays.asList(Columns.get(row, "words", String[].class)),
                Columns.get(row, "people", Integer.class),
                Columns.get(row, "posts", Integer.class),
                Columns.get(row, "asks", Integer.class),
                Arrays.asList(Columns.get(row, "weeks", Integer[].class)),
                Arrays.asList(Columns.get(row, "examples", UUID[].class)),
                read(row, "nearest", Named.class),
                Columns.get(row, "share", Float.class));
    }

    private OverlapView toOverlap(Readable row) {
        double words = Columns.get(row, "words", Float.class);
        Double tags = share(row, "tags");
        Double members = share(row, "members");
        return new OverlapView(
                Columns.get(row, "place", Integer.class),
                java.util.Objects.requireNonNull(read(row, "one", Named.class)),
                java.util.Objects.requireNonNull(read(row, "other", Named.class)),
                Method.score(words, tags == null ? 0 : tags, members == null ? 0 : members),
                words,
                tags,
                members,
                Arrays.asList(Columns.get(row, "shared_words", String[].class)),
                Arrays.asList(Columns.get(row, "shared_tags", String[].class)),
                row.get("shared_members", Integer.class),
                Arrays.asList(json.readValue(Columns.get(row, "sample", String.class), PersonRef[].class)),
                read(row, "proposal", Proposed.class));
    }

    private static @Nullable Double share(Readable row, String column) {
        Float share = row.get(column, Float.class);
        return share == null ? null : share.doubleValue();
    }

    private <T> @Nullable T read(Readable row, String column, Class<T> type) {
        String text = row.get(column, String.class);
        return text == null ? null : json.readValue(text, type);
    }

    private record GapRow(
            UUID run,
            int place,
            String label,
            int people,
            int posts,
            int asks,
            @Nullable UUID nearest,
            float share) {}

    private record OverlapRow(
            UUID run,
            int place,
            UUID one,
            UUID other,
            float words,
            @Nullable Float tags,
            @Nullable Float members,
            @Nullable Integer sharedMembers) {}
}
