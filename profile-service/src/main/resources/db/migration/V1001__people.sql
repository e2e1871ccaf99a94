-- Everybody who works here. Keys (*_key) are the texts as they are compared: NFKC, lower case, written by the service, so
-- that there is one definition of "the same name".
create table person (
  id              uuid        primary key,
  version         bigint      not null,
  subject         text        constraint person_subject unique,
  user_name       text        not null,
  user_key        text        not null constraint person_user_name unique,
  external_id     text        constraint person_external_id unique,
  email           text,
  email_key       text        constraint person_email unique,
  emails          jsonb       not null,
  email_keys      text[]      not null,
  formatted_name  text,
  given_name      text,
  family_name     text,
  locale          text,
  employee_number text,
  manager         text,
  display_name    text        not null,
  name_source     text        not null,
  avatar          text,
  headline        text,
  department      text,
  job_title       text,
  job_title_shown boolean     not null,
  location        text,
  time_zone       text,
  languages       text[]      not null,
  skills          jsonb       not null,
  skill_keys      text[]      not null,
  interests       text[]      not null,
  ask_me_about    text,
  learning        text,
  purpose         text,
  active          boolean     not null,
  provisioning    text        not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  name_key        text collate "C" not null
    generated always as (lower(display_name collate "pg_c_utf8")) stored,
  constraint person_name_source check (name_source in ('account', 'hr', 'person')),
  constraint person_provisioning check (provisioning in ('unclaimed', 'provisioned', 'removed'))
);

-- The directory: by name, by one exact value, or by SCIM's second e-mail addresses.
create index person_by_name on person (name_key, id) where active;
create index person_by_department on person (department, name_key, id) where active;
create index person_by_location on person (location, name_key, id) where active;
create index person_by_skill on person using gin (skill_keys) where active;
create index person_by_emails on person using gin (email_keys);

-- Words as the directory's search sees them: of any script, whatever the database's locale, without punctuation.
create function words_of(text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('simple',
    regexp_replace(lower(normalize($1, NFKC) collate "pg_c_utf8"), '[^[:alnum:]]+', ' ', 'g'))
$$;

alter table person add column words tsvector generated always as (words_of(
  display_name || ' ' || user_name || ' ' || coalesce(headline, '') || ' ' || coalesce(department, '') || ' '
  || coalesce(ask_me_about, '') || ' ' || coalesce(jsonb_path_query_array(skills, '$[*].name')::text, ''))) stored;
create index person_by_words on person using gin (words) where active;
