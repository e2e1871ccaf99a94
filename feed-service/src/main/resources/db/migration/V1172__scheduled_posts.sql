-- Posts that wait for their moment. Content is what its author sent; failure is why it could not be published then.
create table scheduled_post (
  id           uuid        primary key,
  author_id    uuid        not null,
  content      jsonb       not null,
  acknowledged uuid[]      not null,
  publish_at   timestamptz not null,
  failure      text
);
create index scheduled_post_by_author on scheduled_post (author_id, publish_at);
create index scheduled_post_due on scheduled_post (publish_at) where failure is null;
