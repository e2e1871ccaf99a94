-- Threads to be carried from one community to another: all of them, those to come included, or those with a tag that began
-- until then. Done once nothing is left that could still come.
create table thread_move (
  id        uuid        primary key,
  from_id   uuid        not null,
  into_id   uuid        not null,
  tag       text,
  handed_at timestamptz not null,
  done      boolean     not null default false
);
create index thread_move_open on thread_move (handed_at) where not done;
