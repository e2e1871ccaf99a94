-- Who keeps whom at a distance, and since when. A pair stays when that ends, so that its version goes on growing.
create table block (
  blocker    uuid        not null references person,
  blocked    uuid        not null references person,
  muted_at   timestamptz,
  blocked_at timestamptz,
  version    bigint      not null,
  primary key (blocker, blocked),
  constraint block_not_oneself check (blocker <> blocked)
);
create index block_muted on block (blocker, muted_at desc, blocked desc) where muted_at is not null;
create index block_blocked on block (blocker, blocked_at desc, blocked desc) where blocked_at is not null;
create index block_by_blocked on block (blocked, blocker) where blocked_at is not null;

-- Whom a viewer does not meet, whoever of the two blocked the other.
create function hidden_from(viewer uuid) returns setof uuid language sql stable as $$
  select b.blocked from block b where b.blocker = viewer and b.blocked_at is not null
  union all
  select b.blocker from block b where b.blocked = viewer and b.blocked_at is not null
$$;

-- The one place that decides who exists for whom: every query of people on behalf of a person reads through it. PostgreSQL
-- inlines it and asks for the viewer's blocks once.
create function visible_person(viewer uuid) returns setof person language sql stable as $$
  select p.* from person p where p.id <> all (array(select h.id from hidden_from(viewer) as h (id)))
$$;
