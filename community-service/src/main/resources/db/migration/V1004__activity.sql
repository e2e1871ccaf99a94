-- Posts and comments that were counted, so that each is counted once, however often it is told of.
create table community_post (
  post_id      uuid    primary key,
  community_id uuid    not null references community,
  week         date    not null,
  deleted      boolean not null default false
);

-- How many there were in a week, which begins on Monday in UTC.
create table community_week (
  community_id uuid not null references community,
  week         date not null,
  posts        int  not null constraint community_week_posts_positive check (posts >= 0),
  primary key (community_id, week)
);

-- Twelve weeks up to this one, oldest first.
create function last_weeks(community uuid) returns int[] language sql stable as $$
  select array(
    select coalesce(w.posts, 0)
    from generate_series(11, 0, -1) as ago
    left join community_week w on w.community_id = community
      and w.week = date_trunc('week', now() at time zone 'utc')::date - 7 * ago
    order by ago desc)
$$;
