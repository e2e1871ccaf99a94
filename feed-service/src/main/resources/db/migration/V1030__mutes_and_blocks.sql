-- A copy of who keeps whom at a distance; version lets a late event be ignored.
create table block (
  blocker uuid    not null,
  blocked uuid    not null,
  version bigint  not null,
  mutes   boolean not null,
  blocks  boolean not null,
  primary key (blocker, blocked)
);
create index block_by_blocked on block (blocked, blocker) where blocks;

-- Whom a viewer does not meet, whoever of the two blocked the other. The one place that says so: readable_post and
-- visible_person ask it once for each query.
create function hidden_from(viewer uuid) returns setof uuid language sql stable as $$
  select b.blocked from block b where b.blocker = viewer and b.blocks
  union all
  select b.blocker from block b where b.blocked = viewer and b.blocks
$$;

-- Everybody whose name the viewer may meet.
create function visible_person(viewer uuid) returns setof person language sql stable as $$
  select p.* from person p where p.id <> all (array(select h.id from hidden_from(viewer) as h (id)))
$$;

-- Whose posts the viewer wants neither in the home feed nor in the live stream.
create function muted_by(viewer uuid) returns setof uuid language sql stable as $$
  select b.blocked from block b where b.blocker = viewer and b.mutes
$$;

-- As before, and nothing of a thread or by an author that is hidden from the viewer.
create or replace function readable_post(viewer uuid) returns setof post language sql stable as $$
  select p.* from post p
  where p.deleted_at is null
    and p.author_id <> all (array(select h.id from hidden_from(viewer) as h (id)))
    and p.root_author_id <> all (array(select h.id from hidden_from(viewer) as h (id)))
    and (p.in_reply_to is null or exists (select from post r where r.id = p.root_id and r.deleted_at is null))
    and (p.root_author_id = viewer
      or p.audience = 'everyone'
      or (p.audience = 'followers' and exists (
        select from follow f where f.follower = viewer and f.followee = p.root_author_id and f.following))
      or (p.audience = 'people' and exists (
        select from post_reader pr where pr.root_id = p.root_id and pr.person_id = viewer))
      or (p.audience = 'community' and (
        exists (select from community c where c.id = p.community_id and c.visibility = 'open')
        or is_member(p.community_id, viewer))))
$$;
