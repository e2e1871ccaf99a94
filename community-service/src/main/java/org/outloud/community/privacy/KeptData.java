package org.outloud.community.privacy;

import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Everything that this service keeps about a person, as JSON by kind. */
@Repository
class KeptData {

    private static final String OF = """
            select jsonb_build_object(
              'memberships', coalesce((
                select jsonb_agg(to_jsonb(x) order by x.community) from (
                  select c.name as community, m.role, m.since, m.asked_role as "askedRole", m.asked_at as "askedAt",
                    m.by_rule as "byRule"
                  from membership m join community c on c.id = m.community_id
                  where m.person_id = :person and (m.role is not null or m.asked_at is not null)) x), '[]'),
              'employment', (
                select jsonb_build_object('department', p.hr_department, 'manager', p.manager_id)
                from person p where p.id = :person),
              'groups', coalesce((
                select jsonb_agg(to_jsonb(x) order by x.name) from (
                  select coalesce(g.display_name, m.group_id::text) as name
                  from hr_group_member m left join hr_group g on g.id = m.group_id
                  where m.person_id = :person and m.member) x), '[]'),
              'normsSeen', coalesce((
                select jsonb_agg(to_jsonb(x) order by x.community) from (
                  select c.name as community, n.seen_at as "seenAt"
                  from norms_seen n join community c on c.id = n.community_id
                  where n.person_id = :person) x), '[]'),
              'topics', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."saidAt", x.post) from (
                  select o.post_id as post, o.said_at as "saidAt", o.words
                  from open_post o where o.author_id = :person and cardinality(o.words) > 0) x), '[]'),
              'library', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."editedAt") from (
                  select c.name as community, d.title, d.body, d.url, d.version, d.edited_at as "editedAt"
                  from library_edition d join library_entry e on e.id = d.entry_id join community c on c.id = e.community_id
                  where d.editor_id = :person) x), '[]'),
              'invitations', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."invitedAt") from (
                  select c.name as community, i.role, i.invited_by = :person as sent, i.note, i.invited_at as "invitedAt",
                    i.declined_at as "declinedAt"
                  from invitation i join community c on c.id = i.community_id
                  where :person in (i.person_id, i.invited_by)) x), '[]'),
              'mergeProposals', coalesce((
                select jsonb_agg(to_jsonb(x) order by x."proposedAt") from (
                  select a.name as one, b.name as other, p.note, p.state, p.proposed_at as "proposedAt"
                  from merge_proposal p join community a on a.id = p.one_id join community b on b.id = p.other_id
                  where p.proposed_by = :person) x), '[]'),
              'stewardships', coalesce((
                select jsonb_agg(to_jsonb(x) order by x.name) from (
                  select e.name, e.host, e.stage from inventory_steward s join inventory_entry e on e.id = s.entry_id
                  where s.person_id = :person) x), '[]'))::text
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
