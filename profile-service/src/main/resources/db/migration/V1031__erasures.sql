-- Who was to be forgotten, and which service has done so. Identifiers only: by then the person is a pseudonym.
create table erasure (
  id           uuid        primary key,
  person_id    uuid        not null constraint erasure_once unique references person,
  requested_by uuid        not null,
  requested_at timestamptz not null default now()
);

create table erasure_confirmation (
  erasure_id   uuid        not null references erasure,
  service      text        not null,
  confirmed_at timestamptz not null,
  primary key (erasure_id, service)
);
