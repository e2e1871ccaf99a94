package org.outloud.feed.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.paging.Cursor;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Lists of cases and decisions. They read {@code post} itself, around {@code readable_post}, because moderators see what was
 * reported whoever it was for, and authors what of theirs was hidden: whoever asks must have been found to be one of them.
 */
@Repository
class CaseLists {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1L, -1L);

    private static final String PERSON = """
            (select row_to_json(x) from (select q.id, q.user_name as "userName", q.display_name as "displayName", q.avatar,
              q.department) x)""";

    /** What a case is about: nothing of what its author took away. */
    private static final String CASE = """
            c.id, c.state, instant(c.opened_at) as "openedAt", instant(c.decided_at) as "decidedAt", c.note,
              instant(c.appealed_at) as "appealedAt", c.appeal, c.outcome,
              (select row_to_json(x) from (select p.id, p.root_id as "rootId", p.in_reply_to as "inReplyTo", p.kind,
                (select %1$s from person q where q.id = p.author_id) as author,
                p.audience, instant(p.created_at) as "createdAt", p.deleted_at is not null as deleted,
                case when p.deleted_at is null then p.body_html end as "bodyHtml",
                case when p.deleted_at is null then p.doing_html end as "doingHtml",
                case when p.deleted_at is null then p.learned_html end as "learnedHtml",
                case when p.deleted_at is null then p.need_html end as "needHtml",
                coalesce((select json_agg(json_build_object('id', t.id, 'kind', t.kind, 'name', t.name, 'mediaType',
                    t.media_type, 'size', t.size, 'width', t.width, 'height', t.height, 'description', t.description,
                    'url', '/api/v1/moderation/cases/' || c.id || '/attachments/' || t.id) order by t.place)
                  from attachment t where t.post_id = p.id and p.deleted_at is null and %2$s), '[]') as attachments) x) as post""";

    /** Authors have their files; here they are for those who decide. */
    private static final String OF_AUTHOR = CASE.formatted(PERSON, "false");

    private static final String WITH_REPORTS = """
            %1$s,
              (select count(*) from report r where r.case_id = c.id) as "reportCount",
              coalesce((select json_agg(row_to_json(x)) from (
                select %2$s as reporter, r.reason, r.detail, instant(r.at) as at
                from report r join person q on q.id = r.reporter_id where r.case_id = c.id
                order by r.at limit 20) x), '[]') as reports""".formatted(CASE.formatted(PERSON, "true"), PERSON);

    private static final String WAITING = """
            select c.id, coalesce(c.appealed_at, c.opened_at) as at,
              (select row_to_json(said)::text from (select %s) said) as said
            from moderation_case c join post p on p.id = c.post_id
            where c.state in ('open', 'appealed') and (coalesce(c.appealed_at, c.opened_at), c.id) > (:at, :id)
            order by coalesce(c.appealed_at, c.opened_at), c.id limit :most
            """.formatted(WITH_REPORTS);
    private static final String DECIDED = """
            select c.id, c.decided_at as at, (select row_to_json(said)::text from (select %s) said) as said
            from moderation_case c join post p on p.id = c.post_id
            where c.state not in ('open', 'appealed') and (c.decided_at, c.id) < (:at, :id)
            order by c.decided_at desc, c.id desc limit :most
            """.formatted(WITH_REPORTS);
    private static final String HIDDEN = """
            select c.id, c.decided_at as at, (select row_to_json(said)::text from (select %s) said) as said
            from moderation_case c join post p on p.id = c.post_id
            where p.author_id = :author and p.hidden_at is not null and p.deleted_at is null
              and c.state in ('hidden', 'appealed', 'upheld') and (c.decided_at, c.id) < (:at, :id)
            order by c.decided_at desc, c.id desc limit :most
            """.formatted(OF_AUTHOR);
    private static final String AUDIT = """
            select a.id, a.at, (select row_to_json(said)::text from (
              select a.id, instant(a.at) as at, (select %s from person q where q.id = a.actor_id) as actor,
                a.decision, a.note, a.case_id as "caseId", a.post_id as "postId",
                a.sanction_id as "sanctionId", (select %s from person q where q.id = a.person_id) as person) said) as said
            from moderation_audit a where (a.at, a.id) < (:at, :id)
            order by a.at desc, a.id desc limit :most
            """.formatted(PERSON, PERSON);

    private final DatabaseClient database;

    CaseLists(DatabaseClient database) {
        this.database = database;
    }

    /** What waits for a decision, the longest first. */
    Mono<List<Line>> waiting(Cursor.@Nullable At after, int most) {
        return read(
                database.sql(WAITING)
                        .bind("at", after == null ? Instant.EPOCH : after.time())
                        .bind("id", after == null ? FIRST : after.id()),
                most);
    }

    /** What was decided, the latest first. */
    Mono<List<Line>> decided(Cursor.@Nullable At before, int most) {
        return read(before(database.sql(DECIDED), before), most);
    }

    /** What of somebody's is hidden, the latest first; without who reported it. */
    Mono<List<Line>> hiddenOf(PersonId author, Cursor.@Nullable At before, int most) {
        return read(before(database.sql(HIDDEN).bind("author", author.value()), before), most);
    }

    /** Every decision, the latest first. */
    Mono<List<Line>> audit(Cursor.@Nullable At before, int most) {
        return read(before(database.sql(AUDIT), before), most);
    }

    private static DatabaseClient.GenericExecuteSpec before(
            DatabaseClient.GenericExecuteSpec query, Cursor.@Nullable At before) {
        return query.bind("at", before == null ? END_OF_TIME : before.time())
                .bind("id", before == null ? LAST : before.id());
    }

    private static Mono<List<Line>> read(DatabaseClient.GenericExecuteSpec query, int most) {
        return query.bind("most", most)
                .map(row -> new Line(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("at", Instant.class)),
                        Objects.requireNonNull(row.get("said", String.class))))
                .all()
                .collectList();
    }
}
