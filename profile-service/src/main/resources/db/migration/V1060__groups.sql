-- The groups that HR keeps. A membership stays when it ends, so that its version goes on growing.
create table hr_group (
  id           uuid        primary key,
  version      bigint      not null,
  display_name text        not null,
  external_id  text        constraint hr_group_external_id unique,
  created_at   timestamptz not null,
  changed_at   timestamptz not null
);
create index hr_group_by_name on hr_group (lower(display_name collate "pg_c_utf8"));

create table hr_group_member (
  group_id  uuid    not null references hr_group on delete cascade,
  person_id uuid    not null references person,
  member    boolean not null,
  version   bigint  not null,
  primary key (group_id, person_id)
);
create index hr_group_member_by_person on hr_group_member (person_id) where member;
