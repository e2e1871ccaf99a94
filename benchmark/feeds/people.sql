-- An organisation of :people, with the skew of real ones: few are followed by many, few posts are talked about much.
select setseed(0.42);

insert into person (id, version, subject, user_name, display_name, department, active)
select md5('person' || n)::uuid, 1, 'p' || n, 'p' || n, 'Person Number ' || n, 'Department ' || n % 50, true
from generate_series(1, :people) n;

insert into community (id, version, slug, name, visibility, archived)
select md5('community' || n)::uuid, 1, 'c' || n, 'Community ' || n, (array['open', 'open', 'closed', 'secret'])[1 + n % 4], false
from generate_series(1, 200) n;

insert into membership (community_id, person_id, version, role)
select md5('community' || 1 + floor(199 * random() ^ 2))::uuid, md5('person' || n)::uuid, 1, 'member'
from generate_series(1, :people) n, generate_series(1, 3) k
on conflict do nothing;

insert into follow (follower, followee, version, following)
select md5('person' || n)::uuid, md5('person' || 1 + floor((:people - 1) * random() ^ 1.6))::uuid, 1, true
from generate_series(1, :people) n, generate_series(1, 40) k
on conflict do nothing;

insert into post (id, kind, author_id, root_id, root_author_id, audience, community_id, body, body_html, doing, doing_html,
  learned, learned_html, tags, mentions, created_at, comment_count)
select id, case when n % 5 = 0 then 'question' when n % 2 = 0 then 'plain' else 'working-out-loud' end, author, id, author,
  audience, case when audience = 'community' then community end,
  case when n % 2 = 0 then words end, case when n % 2 = 0 then '<p>' || words || '</p>' end,
  case when n % 2 = 1 then words end, case when n % 2 = 1 then '<p>' || words || '</p>' end,
  case when n % 2 = 1 then 'To measure first' end, case when n % 2 = 1 then '<p>To measure first</p>' end,
  array['tag' || n % 500], case when n % 10 = 0 then array[md5('person' || 1 + n % :people)::uuid] else '{}' end,
  timestamptz '2026-01-01' + make_interval(secs => n * 60), n % 7
from (
  select n, md5('post' || n)::uuid as id, md5('person' || 1 + floor((:people - 1) * random()))::uuid as author,
    (array['everyone', 'everyone', 'everyone', 'everyone', 'everyone', 'everyone', 'everyone', 'followers', 'community', 'community'])[1 + n % 10]
      as audience,
    md5('community' || 1 + n % 200)::uuid as community,
    repeat('What I did today and what came of it, with a word on why. ', 1 + n % 8) as words
  from generate_series(1, :people * 5 / 2) n) posts;

insert into reaction (post_id, person_id, kind, given, created_at)
select md5('post' || n)::uuid, md5('person' || 1 + floor((:people - 1) * random()))::uuid,
  (array['like', 'like', 'helped', 'taught', 'inspired'])[1 + floor(5 * random())::int], true, now()
from generate_series(1, :people * 5 / 2) n, generate_series(1, (n % 9) / 2) k
on conflict do nothing;

insert into timeline (owner_id, created_at, post_id)
select home_of(p.author_id, p.community_id), p.created_at, p.id from post p order by p.created_at
on conflict do nothing;

vacuum analyze;
