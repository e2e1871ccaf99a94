-- The query of a home page, bare, as feed-service prepares it (post.PostViews around timeline.Feeds):
--   pgbench -h 127.0.0.1 -p 18801 -U postgres -n -f home.pgbench.sql -D ready=0 -c 8 -T 20 feed
\if :ready
\else
set plan_cache_mode = force_generic_plan;
prepare home(uuid, timestamptz, uuid, int) as
select p.id, p.root_id, p.author_id, p.created_at, p.version, p.answer_id,
  (select row_to_json(said)::text from (select p.id, p.kind,
    (select row_to_json(x) from (select a.id, a.user_name as "userName", a.display_name as "displayName",
      a.avatar, a.department) x) as author,
    p.body, p.body_html as "bodyHtml", p.doing, p.doing_html as "doingHtml", p.learned,
    p.learned_html as "learnedHtml", p.need, p.need_html as "needHtml",
    (select row_to_json(x) from (select p.audience as type, p.community_id as "communityId") x) as audience,
    case when c.id is not null then (
      select row_to_json(x) from (select c.id, c.slug, c.name) x) end as community,
    p.in_reply_to as "inReplyTo", p.root_id as "rootId", instant(p.created_at) as "createdAt",
    instant(p.edited_at) as "editedAt", p.tags,
    case when p.mentions = '{}' then '[]' else coalesce((
      select json_agg(json_build_object('id', t.id, 'userName', t.user_name, 'displayName', t.display_name,
        'avatar', t.avatar, 'department', t.department) order by t.user_name)
      from visible_person($1) t where t.id = any(p.mentions)), '[]') end as mentions,
    '[]'::json as attachments,
    case when p.answer_id is null and (p.kind = 'question' or p.need is not null)
      then instant(p.created_at) end as "waitingSince",
    p.comment_count - case when p.comment_count > 0 and exists (select from hidden_from($1)) then (
      select count(*) from post c where c.root_id = p.id and c.in_reply_to is not null
        and c.deleted_at is null and c.author_id in (select h.id from hidden_from($1) as h (id)))
      else 0 end as "commentCount",
    p.version) said) as said,
  case when p.mentions <> '{}' then array(
    select h.id from hidden_from($1) as h (id) where h.id = any(p.mentions)) end as hidden_mentions,
  coalesce(r.counts::text, '{}') as reactions, coalesce(r.thanks::text, '{}') as thanks, r.mine::text as mine
from (            select distinct on (p.created_at, p.id) p.* from (
  (select p.* from timeline t join readable_post($1) p on p.id = t.post_id
    where t.owner_id = $1 and             (t.created_at, t.post_id) < ($2, $3)
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
    where t.source_id = s.id and             (t.created_at, t.post_id) < ($2, $3)
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
join person a on a.id = p.author_id
left join community c on c.id = p.community_id
left join lateral (
  select json_object_agg(k.kind, k.n) as counts,
    json_object_agg(k.kind, k.people) filter (where k.kind <> 'like') as thanks,
    json_agg(k.kind) filter (where k.mine) as mine
  from (
    select x.kind, count(*) as n, bool_or(x.person_id = $1) as mine,
      case when x.kind <> 'like' then (
        select json_agg(json_build_object('id', f.id, 'userName', f.user_name, 'displayName',
          f.display_name, 'avatar', f.avatar, 'department', f.department) order by f.created_at)
        from (select t.*, y.created_at from reaction y join visible_person($1) t on t.id = y.person_id
          where y.post_id = p.id and y.kind = x.kind and y.given order by y.created_at limit 3) f) end as people
    from reaction x where x.post_id = p.id and x.given
      and x.person_id <> all (array(select h.id from hidden_from($1) as h (id)))
    group by x.kind) k
) r on true
order by p.created_at desc, p.id desc;
\set ready 1
\endif
\set n random(1, 2000)
execute home(md5('person' || :n)::uuid, '9999-01-01', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 21);
