-- What is written and not posted yet. The id is the writer's client's, so it is unlike only among one person's
create table draft (
  person_id uuid not null,
  id uuid not null,
  version bigint not null default 1,
  content jsonb not null,
  changed_at timestamptz not null default now(),
  primary key (person_id, id)
);
