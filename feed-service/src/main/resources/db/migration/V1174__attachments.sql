-- Pictures and files. Sent before their post: without one they are their sender's alone, and forgotten after a day.
create table attachment (
  id          uuid        primary key,
  owner_id    uuid        not null,
  post_id     uuid,
  place       smallint,
  kind        text        not null,
  name        text        not null,
  media_type  text        not null,
  description text,
  size        integer     not null,
  width       integer,
  height      integer,
  created_at  timestamptz not null,
  constraint attachment_kind_is_known check (kind in ('picture', 'file'))
);
create index attachment_by_post on attachment (post_id, place) where post_id is not null;
create index attachment_by_owner on attachment (owner_id);
create index attachment_unused on attachment (created_at) where post_id is null;

-- Apart from what lists need. A picture is kept as it is served, in two sizes; what was sent is not kept.
create table attachment_content (
  attachment_id uuid  primary key references attachment on delete cascade,
  whole         bytea not null,
  preview       bytea
);
alter table attachment_content alter column whole set storage external;
alter table attachment_content alter column preview set storage external;
