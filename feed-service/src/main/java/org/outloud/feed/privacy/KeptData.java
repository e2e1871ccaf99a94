package org.outloud.feed.privacy;

import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Everything that this service keeps about a person, as JSON by kind. */
@Repository
class KeptData {

    private static final String OF = """
            select jsonb_build_object(
              'posts', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."createdAt") from (
                  select p.id, p.kind, p.audience, c.name as community, p.body, p.doing, p.learned, p.need, p.tags,
                    p.shared_id as "sharedId",
                    p.created_at as "createdAt", p.edited_at as "editedAt", p.deleted_at as "deletedAt"
                  from post p left join community c on c.id = p.community_id
                  where p.author_id = :person and p.in_reply_to is null) x), '[]'),
              'comments', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."createdAt") from (
                  select p.id, p.root_id as "postId", p.in_reply_to as "inReplyTo", p.body, p.created_at as "createdAt",
                    p.deleted_at as "deletedAt"
                  from post p where p.author_id = :person and p.in_reply_to is not null) x), '[]'),
              'editions', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."writtenAt") from (
                  select e.post_id as "postId", e.body, e.doing, e.learned, e.need, e.written_at as "writtenAt"
                  from post_edition e join post p on p.id = e.post_id where p.author_id = :person) x), '[]'),
              'reactions', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."createdAt") from (
                  select r.post_id as "postId", r.kind, r.created_at as "createdAt"
                  from reaction r where r.person_id = :person and r.given) x), '[]'),
              'saved', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."savedAt") from (
                  select s.post_id as "postId", s.folder, s.note, s.saved_at as "savedAt"
                  from saved_post s where s.person_id = :person) x), '[]'),
              'notifications', coalesce((
                select jsonb_agg(to_jsonb(x) order by x.at) from (
                  select h.kind as reason, h.subject_id as "postId", h.at, h.unread
                  from concerns(:person) h) x), '[]'),
              'threads', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."postId") from (
                  select t.root_id as "postId", t.choice
                  from thread_choice t join readable_post(:person) p on p.id = t.root_id
                  where t.person_id = :person) x), '[]'),
              'mentions', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."createdAt") from (
                  select p.id as "postId", p.created_at as "createdAt"
                  from readable_post(:person) p where :person = any(p.mentions)) x), '[]'),
              'caughtUp', coalesce((
                select jsonb_agg(to_jsonb(x) order by x.until) from (
                  select nullif(c.root_id, c.person_id) as "postId", c.until
                  from caught_up c where c.person_id = :person) x), '[]'),
              'drafts', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."changedAt") from (
                  select d.content, d.changed_at as "changedAt" from draft d where d.person_id = :person) x), '[]'),
              'asked', coalesce((
                select jsonb_agg(to_jsonb(x) order by x.at) from (
                  select a.post_id as "postId", a.reason, a.words, a.count, a.at
                  from ask_helper a join readable_post(:person) p on p.id = a.post_id where a.person_id = :person) x), '[]'),
              'attachments', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."sentAt") from (
                  select a.id, a.post_id as "postId", a.kind, a.name, a.description, a.size, a.created_at as "sentAt"
                  from attachment a where a.owner_id = :person) x), '[]'),
              'scheduled', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."publishAt") from (
                  select s.content, s.publish_at as "publishAt" from scheduled_post s where s.author_id = :person) x), '[]'),
              'reports', coalesce((
                select jsonb_agg(to_jsonb(x) order by x.at) from (
                  select c.post_id as "postId", r.reason, r.detail, r.at
                  from report r join moderation_case c on c.id = r.case_id where r.reporter_id = :person) x), '[]'),
              'hidden', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."decidedAt") from (
                  select c.post_id as "postId", c.state, c.note, c.decided_at as "decidedAt", c.appeal,
                    c.appealed_at as "appealedAt", c.outcome
                  from moderation_case c join post p on p.id = c.post_id
                  where p.author_id = :person and c.state not in ('open', 'dismissed')) x), '[]'),
              'sanctions', coalesce((
                select jsonb_agg(to_jsonb(x) order by x.at) from (
                  select s.kind, s.note, s.at, s.until, s.state, s.appeal, s.appealed_at as "appealedAt", s.outcome,
                    s.decided_at as "decidedAt"
                  from sanction s where s.person_id = :person) x), '[]'),
              'decisions', coalesce((
                select jsonb_agg(to_jsonb(x) order by x.at) from (
                  select a.case_id as "caseId", a.sanction_id as "sanctionId", a.decision, a.note, a.at
                  from moderation_audit a where a.actor_id = :person) x), '[]'),
              'contact', (
                select jsonb_build_object('email', p.email, 'timeZone', p.time_zone, 'language', p.language)
                from person p where p.id = :person),
              'mail', coalesce((
                select jsonb_agg(to_jsonb(x)) from (
                  select m.digest, m.at_hour as "at", m.mail_kinds as "mailKinds", m.quiet_from as "quietFrom",
                    m.quiet_to as "quietTo", m.language
                  from mail_preference m where m.person_id = :person) x), '[]'),
              'digests', coalesce((
                select jsonb_agg(to_jsonb(x)) from (
                  select d.told_until as "toldUntil" from digest d where d.person_id = :person) x), '[]'),
              'feedAddresses', coalesce((
                select jsonb_agg(to_jsonb(x)) from (
                  select k.created_at as "createdAt", k.used_at as "usedAt"
                  from feed_key k where k.person_id = :person) x), '[]'))::text
            """;

    private final DatabaseClient database;

    KeptData(DatabaseClient database) {
        this.database = database;
    }

    Mono<String> of(PersonId person) {
        return database.sql(OF)
                .bind("person", person.value())
                .mapValue(String.class)
                .one();
    }
}
