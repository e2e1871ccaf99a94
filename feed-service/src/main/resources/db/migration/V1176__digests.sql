-- How mail reaches a person; null until the people topic told
alter table person add column email text;
alter table person add column time_zone text;
alter table person add column language text;

-- What somebody wants to be mailed, in their own time. Without a row: every day at 8, of everything.
create table mail_preference (
  person_id  uuid     primary key,
  digest     text     not null default 'daily',
  at_hour    smallint not null default 8,
  mail_kinds text[],
  quiet_from smallint,
  quiet_to   smallint,
  language   text,
  constraint mail_digest_is_known check (digest in ('off', 'daily', 'weekly')),
  constraint mail_hours_are_of_a_day check (at_hour between 0 and 23 and quiet_from between 0 and 23 and quiet_to between 0 and 23),
  constraint mail_quiet_has_two_ends check ((quiet_from is null) = (quiet_to is null) and quiet_from <> quiet_to)
);

-- Until when somebody was told by mail. Who writes to them takes the row for a while (taken_until) and notes what the mail
-- reaches to (reading_until); a mail that failed leaves it taken until it is tried again.
create table digest (
  person_id     uuid        primary key,
  unsubscribe   uuid        not null default gen_random_uuid(),
  told_until    timestamptz,
  reading_until timestamptz,
  taken_until   timestamptz,
  failures      integer     not null default 0
);
create unique index digest_by_unsubscribe on digest (unsubscribe);

-- The last moment at which somebody's digest was to go, on their own clock; null for nobody's and while it is quiet for them.
-- Quiet hours move it to their end. A zone that this database does not know counts as UTC.
create function digest_moment(at timestamptz, zone text, digest text, hour int, quiet_from int, quiet_to int)
returns timestamptz language plpgsql stable as $$
declare
  known text := coalesce(zone, 'UTC');
  here timestamp;
  moment timestamp;
begin
  if digest = 'off' then
    return null;
  end if;
  begin
    here := at at time zone known;
  exception when invalid_parameter_value then
    known := 'UTC';
    here := at at time zone known;
  end;
  if is_quiet(extract(hour from here)::int, quiet_from, quiet_to) then
    return null;
  end if;
  moment := date_trunc(case digest when 'weekly' then 'week' else 'day' end, here)
    + make_interval(hours => case when is_quiet(hour, quiet_from, quiet_to) then quiet_to else hour end);
  if moment > here then
    moment := moment - case digest when 'weekly' then interval '7 days' else interval '1 day' end;
  end if;
  return moment at time zone known;
end
$$;

create function is_quiet(hour int, quiet_from int, quiet_to int) returns boolean language sql immutable as $$
  select coalesce(case when quiet_from < quiet_to then hour >= quiet_from and hour < quiet_to
    else hour >= quiet_from or hour < quiet_to end, false)
$$;
