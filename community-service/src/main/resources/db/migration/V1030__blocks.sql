-- A copy of who blocked whom; version lets a late event be ignored. What is muted only matters to feeds.
create table block (
  blocker uuid    not null,
  blocked uuid    not null,
  version bigint  not null,
  blocks  boolean not null,
  primary key (blocker, blocked)
);
create index block_by_blocked on block (blocked, blocker) where blocks;

-- Whom a viewer does not meet, whoever of the two blocked the other.
create function hidden_from(viewer uuid) returns setof uuid language sql stable as $$
  select b.blocked from block b where b.blocker = viewer and b.blocks
  union all
  select b.blocker from block b where b.blocked = viewer and b.blocks
$$;

-- The one place that decides who exists for whom: every query that shows people to somebody reads through it.
create function visible_person(viewer uuid) returns setof person language sql stable as $$
  select p.* from person p where p.id <> all (array(select h.id from hidden_from(viewer) as h (id)))
$$;
