-- The query that picks a home page's posts, bare, as feed-service prepares it (post.PostViews around timeline.Feeds):
--   pgbench -h 127.0.0.1 -p 18801 -U postgres -n -f home.pgbench.sql -D ready=0 -c 8 -T 20 feed
\if :ready
\else
set plan_cache_mode = force_generic_plan;
set random_page_cost = 1.1;
set jit = off;
prepare home(uuid, timestamptz, uuid, int) as
select p.id, p.version, p.stamp, p.comment_count, p.answer_id,
  (select json_agg(x.kind)::text from reaction x
    where x.post_id = p.id and x.person_id = $1 and x.given) as mine,
  exists (select from saved_post s where s.person_id = $1 and s.post_id = p.id) as saved,
  exists (select from hidden_from($1)) as apart
from (select distinct on (p.created_at, p.id) p.* from (
  (select p.* from timeline t join readable_post($1) p on p.id = t.post_id
    where t.owner_id = $1 and (t.created_at, t.post_id) < ($2, $3)
  and p.author_id <> all (array(select m.id from muted_by($1) as m (id)))
  and (p.author_id = $1
    or exists (select from follow f
      where f.follower = $1 and f.followee = p.author_id and f.following)
    or exists (select from membership m
      where m.community_id = p.community_id and m.person_id = $1 and m.role is not null))
order by t.created_at desc, t.post_id desc limit $4
)
  union all
  select p.* from merged_for($1) as s (id) cross join lateral (
    select p.* from shared_timeline t join readable_post($1) p on p.id = t.post_id
    where t.source_id = s.id and (t.created_at, t.post_id) < ($2, $3)
  and p.author_id <> all (array(select m.id from muted_by($1) as m (id)))
  and (p.author_id = $1
    or exists (select from follow f
      where f.follower = $1 and f.followee = p.author_id and f.following)
    or exists (select from membership m
      where m.community_id = p.community_id and m.person_id = $1 and m.role is not null))
order by t.created_at desc, t.post_id desc limit $4
) p
) p
order by p.created_at desc, p.id desc limit $4
) p
order by p.created_at desc, p.id desc;
\set ready 1
\endif
\set n random(1, 2000)
execute home(md5('person' || :n)::uuid, '9999-01-01', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 21);
