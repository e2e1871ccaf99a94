-- Thanks and likes; given turns false when one is taken back, so that the version goes on counting.
create table reaction (
  post_id    uuid        not null,
  person_id  uuid        not null,
  kind       text        not null,
  given      boolean     not null,
  version    bigint      not null default 1,
  created_at timestamptz not null,
  primary key (post_id, person_id, kind),
  constraint reaction_kind_is_known check (kind in ('like', 'helped', 'taught', 'inspired', 'tried'))
);
