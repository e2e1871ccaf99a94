-- Pictures as they are served, 256 and 64 pixels square; what was uploaded is not kept.
create table photo (
  person_id  uuid        primary key references person,
  tag        text        not null,
  media_type text        not null,
  large      bytea       not null,
  small      bytea       not null,
  changed_at timestamptz not null
);
