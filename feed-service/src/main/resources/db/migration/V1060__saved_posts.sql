-- What people keep to come back to. Who may read the post is asked at reading, not at saving.
create table saved_post (
  person_id uuid        not null,
  post_id   uuid        not null,
  folder    text,
  note      text,
  saved_at  timestamptz not null default now(),
  primary key (person_id, post_id)
);
create index saved_post_newest_first on saved_post (person_id, saved_at desc, post_id desc);
create index saved_post_by_post on saved_post (post_id);
