-- Copies of what other services say on their topics; version lets a late event be ignored.
create table person (
  id           uuid primary key,
  version      bigint  not null,
  subject      text,
  user_name    text    not null,
  display_name text    not null,
  avatar       text,
  department   text,
  active       boolean not null
);
create unique index person_by_subject on person (subject);
create index person_by_user_name on person (lower(user_name));

create table follow (
  follower  uuid    not null,
  followee  uuid    not null,
  version   bigint  not null,
  following boolean not null,
  primary key (follower, followee)
);
create index follow_by_followee on follow (followee, follower) where following;

create table community (
  id         uuid    primary key,
  version    bigint  not null,
  slug       text    not null,
  name       text    not null,
  visibility text    not null,
  archived   boolean not null
);
create index community_by_slug on community (slug);

-- role is null once the person has left
create table membership (
  community_id uuid   not null,
  person_id    uuid   not null,
  version      bigint not null,
  role         text,
  primary key (community_id, person_id)
);
create index membership_by_person on membership (person_id, community_id) where role is not null;
