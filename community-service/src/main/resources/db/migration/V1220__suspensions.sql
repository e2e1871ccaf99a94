-- A copy of who may not write now; version lets a late event be ignored.
create table suspension (
  person_id uuid        primary key,
  version   bigint      not null,
  suspended boolean     not null,
  until     timestamptz
);

-- One name for all of them: whoever remembers one remembers all.
create function suspension_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('changed', '00000000-0000-0000-0000-000000005005');
  return null;
end
$$;
create trigger suspension_tells after insert or update or delete on suspension
  for each row execute function suspension_changed();
