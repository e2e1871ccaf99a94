-- What a post said before it was edited; the current words stand in the post. version is the one that had these words.
create table post_edition (
  post_id    uuid        not null,
  version    bigint      not null,
  body       text,
  doing      text,
  learned    text,
  need       text,
  written_at timestamptz not null,
  primary key (post_id, version)
);

-- Who took a post away decides whether its author may bring it back, until it is forgotten for good.
alter table post add column deleted_by uuid, add column purged_at timestamptz;
create index post_to_purge on post (deleted_at) where deleted_at is not null and purged_at is null;
