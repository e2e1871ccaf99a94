-- Tells every instance whose row is another one than before, so that it may remember who is behind a token.
create function tell_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('changed', coalesce(new.id, old.id)::text);
  return null;
end
$$;
create trigger person_changed after insert or update or delete on person for each row execute function tell_change();
