-- Who did what to whom: identifiers and names of fields, never what stood in them. Nothing here is ever changed or taken
-- away, not even by this service.
create table audit (
  id     uuid        primary key,
  at     timestamptz not null,
  actor  text        not null,
  act    text        not null,
  person uuid,
  fields text[]      not null default '{}'
);
create index audit_by_time on audit (at desc, id desc);
create index audit_by_person on audit (person, at desc, id desc);
create index audit_by_actor on audit (actor, at desc, id desc);

create function audit_stands() returns trigger language plpgsql as $$
begin
  raise exception 'audit is only ever added to';
end
$$;

create trigger audit_stands before update or delete or truncate on audit
  for each statement execute function audit_stands();
