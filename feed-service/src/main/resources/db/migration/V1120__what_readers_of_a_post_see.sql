-- Another number whenever thanks for a post change. With version, comments and answer it tells whether a post still looks the
-- same to its readers. Changes that no version counts add one to it.
alter table post add column stamp bigint not null default 0;

create function stamp_thanked() returns trigger language plpgsql as $$
begin
  -- In one order, so that two who do the same wait for each other only once
  perform from post p where p.id in (select t.post_id from thanked t) order by p.id for no key update;
  update post p set stamp = p.stamp + 1 where p.id in (select t.post_id from thanked t);
  return null;
end
$$;
create trigger reaction_given after insert on reaction
  referencing new table as thanked for each statement execute function stamp_thanked();
create trigger reaction_changed after update on reaction
  referencing new table as thanked for each statement execute function stamp_thanked();
create trigger reaction_gone after delete on reaction
  referencing old table as thanked for each statement execute function stamp_thanked();

-- Tells every instance whose name, picture or access, or which community's name, is another one than before.
create function tell_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('changed', coalesce(new.id, old.id)::text);
  return null;
end
$$;
create trigger person_changed after insert or update or delete on person for each row execute function tell_change();
create trigger community_changed after insert or update or delete on community for each row execute function tell_change();
