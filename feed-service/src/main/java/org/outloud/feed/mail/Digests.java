package org.outloud.feed.mail;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whose digest is due and what it says, for many people with one statement each. */
@Repository
class Digests {

    /** A line takes its time to be committed: what is younger waits for the next digest. */
    private static final String TAKE = """
            insert into digest as d (person_id, told_until, reading_until, taken_until)
            select o.owner_id, o.told_until, now() - interval '1 minute', now() + interval '30 minutes'
            from (
              select n.owner_id, k.told_until, min(n.at) as oldest
              from notice n left join digest k on k.person_id = n.owner_id
              where n.unread and n.at > greatest(coalesce(k.told_until, '-infinity'), now() - interval '8 days')
                and n.at <= now() - interval '1 minute' and (k.taken_until is null or k.taken_until < now())
              group by n.owner_id, k.told_until) o
            join person p on p.id = o.owner_id and p.active and p.email is not null
            left join mail_preference m on m.person_id = o.owner_id
            where o.oldest <= digest_moment(now(), p.time_zone, coalesce(m.digest, 'daily'), coalesce(m.at_hour, 8)::int,
              m.quiet_from::int, m.quiet_to::int)
            limit :most
            on conflict (person_id) do update
              set reading_until = excluded.reading_until, taken_until = excluded.taken_until
              where d.told_until is not distinct from excluded.told_until and (d.taken_until is null or d.taken_until < now())
            returning d.person_id
            """;

    /**
     * The lines of each, what concerns them most first, out of what they may read now. Words leave the system only when everybody
     * here may read them.
     */
    private static final String LINES = """
            select d.person_id, d.unsubscribe, p.email, coalesce(m.language, p.language) as language, l.*
            from digest d join person p on p.id = d.person_id and p.active and p.email is not null
            left join mail_preference m on m.person_id = d.person_id
            cross join lateral (
              select b.kind, b.events, b.people, b.subject_id, b.root_id, a.display_name as actor, (count(*) over ())::int as every,
                (select left(coalesce(r.body, r.need, r.doing, r.learned), 500) from readable_post(d.person_id) r
                  where r.id = b.root_id and (r.audience = 'everyone' or exists (
                    select from community c where c.id = r.community_id and c.visibility = 'open'))) as words
              from (
                select min(array_position(:kinds::text[], h.kind)) as weight, max(h.at) as newest,
                  count(distinct h.subject_id)::int as events, count(distinct h.actor_id)::int as people,
                  (array_agg(h.kind order by array_position(:kinds::text[], h.kind), h.at desc))[1] as kind,
                  (array_agg(h.actor_id order by array_position(:kinds::text[], h.kind), h.at desc))[1] as actor_id,
                  (array_agg(h.subject_id order by array_position(:kinds::text[], h.kind), h.at desc))[1] as subject_id,
                  (array_agg(h.root_id order by array_position(:kinds::text[], h.kind), h.at desc))[1] as root_id
                from heard_by(d.person_id) h
                where h.unread and h.at > greatest(coalesce(d.told_until, '-infinity'), now() - interval '8 days')
                  and h.at <= d.reading_until and (m.mail_kinds is null or h.kind = any(m.mail_kinds))
                group by h.bundle) b
              join visible_person(d.person_id) a on a.id = b.actor_id
              order by b.weight, b.newest desc limit :lines) l
            where d.person_id = any(:people)
            """;

    /** Whoever was told, or could not be for too long, is told of what comes after; others are tried again, ever later. */
    private static final String SETTLE = """
            update digest d set
              told_until = case when e.ended then d.reading_until else d.told_until end,
              failures = case when e.ended then 0 else d.failures + 1 end,
              taken_until = case when e.ended then null else now() + interval '5 minutes' * power(2, d.failures) end
            from (select k.person_id, k.failures >= :tries or k.person_id <> all (:failed) as ended
              from digest k where k.person_id = any(:people)) e
            where e.person_id = d.person_id
            """;

    private static final int TRIES = 7;

    private final DatabaseClient database;

    Digests(DatabaseClient database) {
        this.database = database;
    }

    /** Takes some people whose time has come and who have news; nobody else gets them until they are settled. */
    Mono<List<UUID>> take(int most) {
        return database.sql(TAKE).bind("most", most).mapValue(UUID.class).all().collectList();
    }

    /** The digests of those who were taken; none for whom nothing is left that they may read or want. */
    Flux<Digest> of(Collection<UUID> people) {
        return database.sql(LINES)
                .bind("people", people.toArray(UUID[]::new))
                .bind("kinds", MailPreferences.KINDS.toArray(String[]::new))
                .bind("lines", Digest.MOST)
                .map(Row::of)
                .all()
                .bufferUntilChanged(row -> row.reader().person())
                .map(Row::digest);
    }

    /** Done with those who were taken, but for those whose mail failed. */
    Mono<Void> settle(Collection<UUID> people, Collection<UUID> failed) {
        return database.sql(SETTLE)
                .bind("people", people.toArray(UUID[]::new))
                .bind("failed", failed.toArray(UUID[]::new))
                .bind("tries", TRIES)
                .then();
    }

    private record Row(Digest.Reader reader, int every, Digest.Line line) {

        static Row of(Readable row) {
            return new Row(
                    new Digest.Reader(
                            get(row, "person_id", UUID.class),
                            get(row, "unsubscribe", UUID.class),
                            get(row, "email", String.class),
                            row.get("language", String.class)),
                    get(row, "every", Integer.class),
                    new Digest.Line(
                            get(row, "kind", String.class),
                            get(row, "kind", String.class).equals("thanks")
                                    ? get(row, "people", Integer.class)
                                    : get(row, "events", Integer.class),
                            get(row, "actor", String.class),
                            get(row, "people", Integer.class) - 1,
                            row.get("words", String.class),
                            get(row, "root_id", UUID.class),
                            get(row, "subject_id", UUID.class)));
        }

        static Digest digest(List<Row> rows) {
            List<Digest.Line> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(row.line()));
            Row first = rows.get(0);
            return new Digest(first.reader(), List.copyOf(lines), first.every() - lines.size());
        }

        private static <T> T get(Readable row, String column, Class<T> type) {
            return Objects.requireNonNull(row.get(column, type));
        }
    }
}
