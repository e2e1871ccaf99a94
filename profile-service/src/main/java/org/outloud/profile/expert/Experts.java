package org.outloud.profile.expert;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Evidence of who can help, as one viewer may read it. */
@Repository
class Experts {

    /** The people looked at closely, the ones with the weightiest evidence. */
    private static final int CANDIDATES = 100;

    /** The newest posts on the topic that are weighed; of a topic with more, what is older adds work and changes little. */
    static final int HITS = 2000;

    /** What is counted of one person and kind; more would change no order and open no better evidence. */
    private static final int MOST_EVIDENCE = 50;

    /**
     * Posts on the topic, and replies to posts on the topic, that the viewer may read; summed for each author. What
     * somebody asks speaks of the thread's topic but not for its author.
     */
    static final String EVIDENCE = """
            with topic as materialized (
              select :terms::tsquery[] as terms
            ), hit as materialized (
              select found.*
              from generate_series((select max(quarter) from evidence_post where not deleted),
                  (select min(quarter) from evidence_post where not deleted), -1) as passed (quarter),
                lateral (
                  select p.id, p.author_id, p.reply, p.said @@ :query::tsquery as said,
                    power((select count(*) from unnest((select terms from topic)) as t (q)
                      where p.said @@ t.q or p.asked @@ t.q) / :n::real, 2) as nearness
                  from readable_evidence(:viewer) p
                  where p.quarter = passed.quarter and (p.said @@ :query::tsquery or p.asked @@ :query::tsquery)
                  order by p.created_at desc, p.id limit :hits) as found
              limit :hits
            ), spoken as (
              select id, author_id, reply, max(nearness) as nearness, bool_or(said) as said from (
                select h.id, h.author_id, h.reply, h.nearness, h.said from hit h where h.said
                union all
                select c.id, c.author_id, true, h.nearness, false
                from hit h join evidence_post c on c.root_id = h.id and c.reply and not c.deleted
                where not h.reply) as either
              where author_id <> :viewer
              group by id, author_id, reply
            ), thanked as (
              select s.*,
                (select count(distinct t.giver) from evidence_thanks t
                  where t.post_id = s.id and t.given and t.kind <> 'like' and t.giver <> s.author_id) as thanks,
                s.reply and exists (select from evidence_answer a join evidence_post r on r.id = a.root_id
                  where a.answer = s.id and r.author_id <> s.author_id) as accepted
              from spoken s
            ), weighed as (
              select id, author_id, 'answers' as kind,
                nearness * (case when accepted then 1.5 else 0 end + sqrt(thanks)) as weight
              from thanked where reply and (accepted or thanks > 0)
              union all
              select id, author_id, 'posts', nearness * case when reply then 0.3 else 0.5 + 0.5 * sqrt(thanks) end
              from thanked where said and not (reply and (accepted or thanks > 0))
            ), counted as (
              select *, row_number() over (partition by author_id, kind order by weight desc, id desc) as place
              from weighed
            ), summed as (
              select author_id, kind, sum(weight) as weight, array_agg(id order by place) as posts
              from counted where place <= :most group by author_id, kind
            ), best as (
              select s.author_id from summed s join visible_person(:viewer) p on p.id = s.author_id and p.active
              group by s.author_id
              order by sum(ln(1 + s.weight) * case s.kind when 'answers' then 2 else 1 end) desc, s.author_id
              limit :candidates
            )
            select s.author_id, s.kind, s.weight::float8 as weight, s.posts
            from summed s join best b on b.author_id = s.author_id
            order by s.author_id, s.kind
            """;

    /** Those who declared to know of the topic: the viewer's own network before others, more of the topic before less. */
    private static final String DECLARED = """
            select p.id from visible_person(:viewer) p
            where p.active and p.id <> :viewer and p.knows @@ :query::tsquery
            order by exists (select from follow f
              where f.follower = :viewer and f.followee = p.id and f.following) desc,
              (select count(*) from unnest(:terms::tsquery[]) as t (q) where p.knows @@ t.q) desc, p.id
            limit :candidates
            """;

    /**
     * What people declare is taken apart only of those in whose declarations a term stands at all, and each text once,
     * however many people declare it.
     */
    static final String CANDIDATE = """
            with topic as materialized (
              select array_agg(q) as terms from unnest(:terms::tsquery[]) as t (q)
            ), declaring as materialized (
              select p.id, p.skills, p.ask_me_about from visible_person(:viewer) p, topic
              where p.id = any(:ids) and p.active and exists (select from unnest(topic.terms) as t (q) where p.knows @@ t.q)
            ), declared as materialized (
              select each.text, (select count(*) from unnest(topic.terms) as t (q) where stemmed.words @@ t.q) as met
              from topic, (
                select one.skill ->> 'name' as text from declaring d, jsonb_array_elements(d.skills) as one (skill)
                union select d.ask_me_about from declaring d) as each,
                lateral (select stems(each.text) as words offset 0) as stemmed
            )
            select jsonb_build_object(
              'person', jsonb_build_object('id', p.id, 'userName', p.user_name, 'displayName', p.display_name,
                'avatar', p.avatar, 'department', p.department,
                'headline', case when shows(p.id, p.visibility, 'headline', :viewer) then p.headline end,
                'location', case when shows(p.id, p.visibility, 'location', :viewer) then p.location end,
                'timeZone', case when shows(p.id, p.visibility, 'timeZone', :viewer) then p.time_zone end,
                'languages', case when shows(p.id, p.visibility, 'languages', :viewer) then p.languages else '{}' end,
                'mine', jsonb_build_object(
                  'followed', exists (select from follow f
                    where f.follower = :viewer and f.followee = p.id and f.following),
                  'muted', exists (select from block b
                    where b.blocker = :viewer and b.blocked = p.id and b.muted_at is not null))),
              'skills', coalesce((
                select jsonb_agg(one.skill || jsonb_build_object('share', d.met / :n::real) order by d.met desc, one.skill ->> 'name')
                from (select distinct skill from jsonb_array_elements(p.skills) as each (skill)) as one
                join declared d on d.text = one.skill ->> 'name' and d.met > 0
                where shows(p.id, p.visibility, 'skills', :viewer)), '[]'),
              'askMeAbout', case when shows(p.id, p.visibility, 'askMeAbout', :viewer)
                then coalesce((select d.met from declared d where d.text = p.ask_me_about), 0) else 0 end / :n::real,
              'askMeAboutText', case when shows(p.id, p.visibility, 'askMeAbout', :viewer) then p.ask_me_about end,
              'via', coalesce((
                select jsonb_agg(jsonb_build_object('id', v.id, 'displayName', v.display_name)) from (
                  select x.id, x.display_name from follow f
                  join follow g on g.follower = f.followee and g.followee = p.id and g.following
                  join visible_person(:viewer) x on x.id = f.followee and x.active
                  where f.follower = :viewer and f.following order by x.name_key, x.id limit 5) as v), '[]'),
              'latest', (
                select jsonb_build_object('id', e.id, 'at', e.created_at) from readable_evidence(:viewer) e
                where e.author_id = p.id order by e.created_at desc limit 1))::text as candidate
            from visible_person(:viewer) p where p.id = any(:ids) and p.active
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    Experts(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What the topic speaks of, each as one query; empty when it says nothing. */
    Mono<List<String>> terms(Topic topic) {
        return database.sql("select topic_terms(:topic) as terms")
                .bind("topic", topic.words())
                .map(row -> List.of(get(row, "terms", String[].class)))
                .one();
    }

    /** What people wrote in which enough of the terms stand. */
    Mono<List<Evidenced>> evidence(List<String> terms, int enough, PersonId viewer) {
        return database.sql(EVIDENCE)
                .bind("query", Topic.atLeast(enough, terms))
                .bind("terms", terms.toArray(String[]::new))
                .bind("n", terms.size())
                .bind("viewer", viewer.value())
                .bind("most", MOST_EVIDENCE)
                .bind("hits", HITS)
                .bind("candidates", CANDIDATES)
                .map(Experts::toEvidenced)
                .all()
                .collectList();
    }

    /** Those with evidence, and those who declared to know of it. */
    Mono<List<Candidate>> candidates(List<String> terms, List<Evidenced> evidence, PersonId viewer) {
        return database.sql(DECLARED)
                .bind("viewer", viewer.value())
                .bind("query", Topic.atLeast(1, terms))
                .bind("terms", terms.toArray(String[]::new))
                .bind("candidates", CANDIDATES)
                .mapValue(UUID.class)
                .all()
                .concatWithValues(
                        evidence.stream().map(found -> found.author().value()).toArray(UUID[]::new))
                .distinct()
                .collectList()
                .flatMap(ids -> read(ids, terms, viewer));
    }

    private Mono<List<Candidate>> read(List<UUID> ids, List<String> terms, PersonId viewer) {
        return database.sql(CANDIDATE)
                .bind("viewer", viewer.value())
                .bind("terms", terms.toArray(String[]::new))
                .bind("n", terms.size())
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> json.readValue(get(row, "candidate", String.class), Candidate.class))
                .all()
                .collectList();
    }

    private static Evidenced toEvidenced(Readable row) {
        return new Evidenced(
                new PersonId(get(row, "author_id", UUID.class)),
                Evidenced.Kind.valueOf(get(row, "kind", String.class).toUpperCase(Locale.ROOT)),
                get(row, "weight", Double.class),
                Arrays.stream(get(row, "posts", UUID[].class)).map(PostId::new).toList());
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
