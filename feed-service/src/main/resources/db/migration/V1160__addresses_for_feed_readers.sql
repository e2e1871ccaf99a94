-- Secret addresses under which a feed reader fetches what its owner may read
create table feed_key (
  person_id uuid primary key,
  digest bytea not null unique,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
