create table community (
  id          uuid        primary key,
  external_id text        constraint community_external_id_unique unique,
  slug        text        not null constraint community_slug_unique unique,
  name        text        not null,
  domain      text,
  purpose     text,
  practice    text,
  rhythm      text,
  norms       text,
  visibility  text        not null
    constraint community_visibility_known check (visibility in ('open', 'closed', 'secret')),
  parent_id   uuid        constraint community_parent_exists references community,
  created_at  timestamptz not null,
  archived_at timestamptz,
  version     bigint      not null,
  search      tsvector    generated always as
    (search_words(name || ' ' || coalesce(domain, '') || ' ' || coalesce(purpose, ''))) stored
);
create index community_by_name on community (name collate "und-x-icu", id) where archived_at is null;
create index community_by_domain on community (domain, name collate "und-x-icu", id) where archived_at is null;
create index community_by_words on community using gin (search);
create index community_by_parent on community (parent_id) where parent_id is not null;

-- Who takes part, or asks to. The row stays when somebody leaves (role null), so that its version never starts again.
create table membership (
  community_id uuid   not null references community,
  person_id    uuid   not null references person,
  role         text   constraint membership_role_known check (role in ('steward', 'facilitator', 'member', 'follower')),
  since        timestamptz,
  asked_role   text   constraint membership_asked_role_known check (asked_role in ('member', 'follower')),
  asked_at     timestamptz,
  version      bigint not null,
  rank         smallint generated always as
    (case role when 'steward' then 0 when 'facilitator' then 1 when 'member' then 2 when 'follower' then 3 end) stored,
  primary key (community_id, person_id),
  constraint membership_role_has_since check ((role is null) = (since is null)),
  constraint membership_ask_is_whole check ((asked_role is null) = (asked_at is null))
);
create index membership_page on membership (community_id, rank, since, person_id) where role is not null;
create index membership_by_person on membership (person_id, community_id) where role is not null;
create index membership_asks on membership (community_id, asked_at, person_id) where asked_at is not null;

-- The one place that decides who learns that a community exists: every query on communities reads through it. A single
-- stable select, so that the planner takes it apart and uses the indexes.
create function visible_community(viewer uuid) returns setof community language sql stable as $$
  select c.* from community c
  where c.visibility <> 'secret'
    or exists (select 1 from membership m
               where m.community_id = c.id and m.person_id = viewer and m.role is not null)
$$;
