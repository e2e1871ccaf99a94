-- Events on their way out. Columns named as Debezium's outbox event router expects them, so that it could take the
-- relay's place; seq orders what one aggregate's transactions wrote.
create table outbox (
  seq           bigint generated always as identity primary key,
  id            uuid        not null,
  aggregatetype text        not null,
  aggregateid   text        not null,
  type          text        not null,
  payload       jsonb       not null,
  traceparent   text,
  created_at    timestamptz not null default now()
);

create function outbox_notify() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end
$$;

create trigger outbox_wakes_the_relay after insert on outbox
  for each statement execute function outbox_notify();

-- Events already applied, per consumer: the insert is the test.
create table inbox (
  consumer   text        not null,
  event_id   uuid        not null,
  applied_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_by_age on inbox (applied_at);

-- First answers to requests that carried an Idempotency-Key.
create table idempotency_key (
  caller     text        not null,
  key        text        not null,
  request    bytea       not null,
  answer     jsonb,
  created_at timestamptz not null default now(),
  primary key (caller, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);

-- Imports and how far they came.
create table import_job (
  id         uuid        primary key,
  kind       text        not null,
  dry_run    boolean     not null,
  state      text        not null,
  read       bigint      not null default 0,
  created    bigint      not null default 0,
  updated    bigint      not null default 0,
  unchanged  bigint      not null default 0,
  owner      uuid        not null,
  problem    text,
  started_at timestamptz not null default now(),
  ended_at   timestamptz
);

create table import_rejection (
  job_id uuid   not null references import_job on delete cascade,
  line   bigint not null,
  field  text   not null,
  code   text   not null,
  detail text   not null,
  primary key (job_id, line, field, code)
);

-- The lines of a running import, kept until each is applied, so that a restart goes on where it stopped.
create table import_line (
  job_id uuid   not null references import_job on delete cascade,
  line   bigint not null,
  phase  int    not null,
  body   text   not null,
  primary key (job_id, phase, line)
);
