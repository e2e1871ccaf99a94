package org.outloud.feed.ask;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.AskWaiting;
import org.outloud.contracts.event.HelpersFound;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Questions and needs, and what came of them. Only somebody else's comment is a reply. */
@Repository
class Asks {

    private static final String ASKING =
            "p.in_reply_to is null and p.deleted_at is null and p.hidden_at is null and (p.kind = 'question' or p.need is not null)";
    private static final String REPLIED = """
            exists (select from post c where c.root_id = p.id and c.in_reply_to is not null and c.deleted_at is null and c.hidden_at is null
              and c.author_id <> p.author_id)
            """;

    /** History that was imported waits for nobody, nor does what waited longer than a week when nobody looked. */
    private static final String GIVE_ON = """
            with waiting as (
              select p.id from post p
              where %s and p.answer_id is null and p.external_id is null
                and p.created_at > now() - make_interval(days => 7)
                and p.created_at <= now() - make_interval(secs => :silence)
                and not exists (select from ask_given_on g where g.post_id = p.id)
                and not %s
              order by p.created_at limit :most for update of p skip locked
            ), given as (
              insert into ask_given_on (post_id, at) select w.id, now() from waiting w returning post_id)
            select p.id, p.author_id, p.created_at,
              concat_ws(' ', nullif(array_to_string(p.tags, ' '), ''), left(coalesce(p.need, p.body), 400)) as topic
            from given g join post p on p.id = g.post_id
            """.formatted(ASKING, REPLIED);

    /** One at a time for each person, so that two asks at once do not count each other out. */
    private static final String HOLD =
            "select count(*) from (select from person where id = any(:people) order by id for no key update) as held";

    private static final String ASK_HELPERS = """
            with ranked as (
              select * from unnest(:people::uuid[], :reasons::text[], :words::text[], :counts::int[])
                with ordinality as r (id, reason, words, count, place)
            ), asked as (
              insert into ask_helper (post_id, person_id, reason, words, count, at)
              select p.id, r.id, r.reason, nullif(r.words, ''), r.count, now()
              from ranked r join person a on a.id = r.id and a.active join post p on p.id = :post
              where r.id <> p.author_id and p.answer_id is null and not %s
                and exists (select from readable_post(r.id) x where x.id = p.id)
                and p.author_id <> all (array(select m.id from muted_by(r.id) as m (id)))
                and not exists (select from thread_choice t
                  where t.person_id = r.id and t.root_id = p.id and t.choice = 'muted')
                and (select count(*) from ask_helper h
                  where h.person_id = r.id and h.at > now() - make_interval(days => 1)) < :mostADay
              order by r.place limit :most
              on conflict do nothing returning post_id, person_id)
            insert into notice (owner_id, sort, bundle, subject_id, actor_id, at)
            select a.person_id, 'ask', bundle_of(a.person_id, 'ask', p.id), p.id, p.author_id, clock_timestamp()
            from asked a join post p on p.id = a.post_id
            on conflict do nothing
            """.formatted(REPLIED);

    /** Of what everybody may read, so that the figures tell nobody about anything else. */
    private static final String SUMMARY = """
            select count(*)::int as asked, count(f.at)::int as answered,
              count(*) filter (where f.at <= p.created_at + make_interval(days => 1))::int as within_a_day,
              percentile_cont(0.5) within group (order by extract(epoch from f.at - p.created_at)::float8) as median,
              count(g.at)::int as given_on, count(f.at) filter (where f.at > g.at)::int as answered_then
            from post p
            left join lateral (select min(c.created_at) as at from post c
              where c.root_id = p.id and c.in_reply_to is not null and c.deleted_at is null and c.hidden_at is null
                and c.author_id <> p.author_id) f on true
            left join ask_given_on g on g.post_id = p.id
            where %s and p.created_at > now() - make_interval(days => :days)
              and (p.audience = 'everyone' or exists (
                select from community c where c.id = p.community_id and c.visibility = 'open'))
            """.formatted(ASKING);

    private final DatabaseClient database;

    Asks(DatabaseClient database) {
        this.database = database;
    }

    /** Marks some that nobody replied to for so long as given on, and answers them. */
    Flux<AskWaiting> giveOn(Duration silence, int most) {
        return database.sql(GIVE_ON)
                .bind("silence", silence.toSeconds())
                .bind("most", most)
                .map(row -> new AskWaiting(
                        new PostId(get(row, "id", UUID.class)),
                        new PersonId(get(row, "author_id", UUID.class)),
                        get(row, "topic", String.class),
                        get(row, "created_at", Instant.class),
                        Instant.now()))
                .all();
    }

    /** Asks the first of those who may read it and were not asked too often; how many they are. */
    Mono<Long> ask(PostId post, List<HelpersFound.Helper> helpers, int most, int mostADay) {
        UUID[] people =
                helpers.stream().map(helper -> helper.personId().value()).toArray(UUID[]::new);
        return database.sql(HOLD)
                .bind("people", people)
                .mapValue(Long.class)
                .one()
                .then(Mono.defer(() -> database.sql(ASK_HELPERS)
                        .bind("post", post.value())
                        .bind("people", people)
                        .bind("reasons", texts(helpers.stream().map(HelpersFound.Helper::reason)))
                        .bind("words", texts(helpers.stream().map(helper -> words(helper.words()))))
                        .bind(
                                "counts",
                                helpers.stream().map(HelpersFound.Helper::count).toArray(Integer[]::new))
                        .bind("most", most)
                        .bind("mostADay", mostADay)
                        .fetch()
                        .rowsUpdated()));
    }

    /** What became of the asks of the last days. */
    Mono<AskSummary> summary(int days) {
        return database.sql(SUMMARY)
                .bind("days", days)
                .map(row -> new AskSummary(
                        days,
                        get(row, "asked", Integer.class),
                        get(row, "answered", Integer.class),
                        get(row, "within_a_day", Integer.class),
                        row.get("median", Double.class),
                        get(row, "given_on", Integer.class),
                        get(row, "answered_then", Integer.class)))
                .one();
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static String words(@Nullable String words) {
        return words == null ? "" : words;
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
