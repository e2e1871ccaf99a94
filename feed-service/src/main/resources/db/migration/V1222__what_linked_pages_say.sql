-- The first page that a post links to, unless its author does not want it shown (link_removed).
alter table post add column link text, add column link_removed text;
create index post_by_link on post (link) where link is not null;

-- What a page said of itself when it was last asked; nothing of who links to it.
create table link_preview (
  url         text        primary key,
  state       text        not null default 'waiting',
  tries       integer     not null default 0,
  due_at      timestamptz not null default now(),
  fetched_at  timestamptz,
  title       text,
  description text,
  site        text,
  constraint link_preview_state_is_known check (state in ('waiting', 'found', 'none'))
);
create index link_preview_due on link_preview (due_at) where state = 'waiting';
create index link_preview_by_age on link_preview (fetched_at);
