-- Until when somebody has caught up: with everything (root_id is the person's own id), or with one thread.
create table caught_up (
  person_id uuid        not null,
  root_id   uuid        not null,
  until     timestamptz not null,
  primary key (person_id, root_id)
);

create index post_by_mention on post using gin (mentions) where mentions <> '{}';
create index comment_by_author on post (author_id, root_id) where in_reply_to is not null;
