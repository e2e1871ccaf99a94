-- Words of a text as search sees them: lower case of any script, independent of the database's locale, and without the
-- punctuation that the text parser would take for parts of addresses and paths.
create function search_words(text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('simple', regexp_replace(lower($1 collate "pg_c_utf8"), '[-_./:@&+'',;()!?#*=|<>]+', ' ', 'g'))
$$;

-- This service's own copy of who works here, kept from the people topic.
create table person (
  id           uuid    primary key,
  version      bigint  not null,
  subject      text,
  user_name    text    not null,
  display_name text    not null,
  avatar       text,
  department   text,
  active       boolean not null,
  kept_at      timestamptz not null default now(),
  search       tsvector generated always as (search_words(display_name || ' ' || user_name)) stored
);
create index person_by_subject on person (subject);
create index person_by_user_name on person (lower(user_name));
create index person_by_arrival on person (kept_at);
create index person_by_words on person using gin (search);
