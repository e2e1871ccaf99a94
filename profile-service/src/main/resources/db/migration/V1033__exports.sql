-- Who asked for everything that is kept about them. The private key opens the answers and goes with the row after a day.
create table export_job (
  id           uuid        primary key,
  person_id    uuid        not null references person,
  private_key  bytea       not null,
  requested_at timestamptz not null default now()
);
create index export_job_by_person on export_job (person_id, requested_at desc);
create index export_job_by_age on export_job (requested_at);

create table export_part (
  export_id  uuid not null references export_job on delete cascade,
  service    text not null,
  index      int  not null,
  count      int  not null,
  sealed_key text not null,
  data       text not null,
  primary key (export_id, service, index)
);
