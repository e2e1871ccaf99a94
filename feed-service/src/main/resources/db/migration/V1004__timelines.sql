-- What might stand in each person's home feed, newest first. Written when a post is published; reading still checks
-- visibility and that the reason holds, so a row too many does no harm.
create table timeline (
  owner_id   uuid        not null,
  created_at timestamptz not null,
  post_id    uuid        not null,
  primary key (owner_id, created_at, post_id)
);

-- In whose home a post belongs: its author's, the followers', and those of the community's members and followers.
create function home_of(author uuid, community uuid) returns setof uuid language sql stable as $$
  select author
  union select f.follower from follow f where f.followee = author and f.following
  union select m.person_id from membership m where m.community_id = community and m.role is not null
$$;
