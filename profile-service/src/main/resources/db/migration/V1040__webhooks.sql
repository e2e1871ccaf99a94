-- Who outside wants to hear what happens here.
create table webhook (
  id          uuid        primary key,
  version     bigint      not null,
  owner       text        not null,
  description text,
  url         text        not null,
  secret      text        not null,
  events      text[]      not null,
  state       text        not null,
  -- Attempts that failed since the last that succeeded
  failures    integer     not null,
  created_at  timestamptz not null,
  constraint webhook_state check (state in ('active', 'paused'))
);
create index webhook_by_owner on webhook (owner, created_at desc, id desc);
create index webhook_by_event on webhook using gin (events);

-- What has been told, or still has to be. The body is kept as it is signed.
create table webhook_delivery (
  id         uuid        primary key,
  webhook    uuid        not null references webhook on delete cascade,
  type       text        not null,
  body       text        not null,
  -- An event of a community is told only while the community is known here and not secret
  community  uuid,
  state      text        not null,
  attempts   integer     not null,
  due_at     timestamptz not null,
  status     integer,
  failure    text,
  created_at timestamptz not null,
  done_at    timestamptz,
  constraint webhook_delivery_state check (state in ('waiting', 'delivered', 'failed'))
);
create index webhook_delivery_due on webhook_delivery (due_at) where state = 'waiting';
create index webhook_delivery_log on webhook_delivery (webhook, created_at desc, id desc);
create index webhook_delivery_age on webhook_delivery (created_at);

-- What may be told of: communities by their visibility, and threads that everyone in the organisation may read.
create table webhook_community (
  id         uuid   primary key,
  version    bigint not null,
  visibility text   not null
);
create table webhook_thread (
  id        uuid primary key,
  community uuid
);
