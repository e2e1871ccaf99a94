-- Authors and communities with so many followers that their posts are written once, for all, and merged at reading.
-- Who has become one stays one: what was written once must go on being merged.
create table shared_source (
  source_id uuid primary key
);
create table shared_timeline (
  source_id  uuid        not null,
  created_at timestamptz not null,
  post_id    uuid        not null,
  primary key (source_id, created_at, post_id)
);

-- Into whose own timeline a post is written: its author's, the followers', and those of the community's members and
-- followers, unless author or community write once for all.
create or replace function home_of(author uuid, community uuid) returns setof uuid language sql stable as $$
  select author
  union select f.follower from follow f where f.followee = author and f.following
    and not exists (select from shared_source s where s.source_id = author)
  union select m.person_id from membership m where m.community_id = community and m.role is not null
    and not exists (select from shared_source s where s.source_id = community)
$$;

-- The sources that are merged into the viewer's home.
create function merged_for(viewer uuid) returns setof uuid language sql stable as $$
  select s.source_id from shared_source s
  where exists (select from follow f where f.follower = viewer and f.followee = s.source_id and f.following)
    or exists (
      select from membership m where m.community_id = s.source_id and m.person_id = viewer and m.role is not null)
$$;
