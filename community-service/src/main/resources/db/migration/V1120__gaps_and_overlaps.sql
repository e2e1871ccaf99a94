-- What people said where the whole organisation may read it, as the stems of its words, to find topics in. What was taken
-- away keeps its row, without words, so that a late event does not bring it back. Rows go after the weeks that are looked at.
create table open_post (
  post_id      uuid        primary key,
  version      bigint      not null,
  author_id    uuid        not null,
  community_id uuid,
  said_at      timestamptz not null,
  asks         boolean     not null,
  stems        text[]      not null,
  words        text[]      not null,
  tags         text[]      not null,
  constraint open_post_stem_has_word check (cardinality(stems) = cardinality(words))
);
create index open_post_by_time on open_post (said_at desc, post_id);
create index open_post_by_author on open_post (author_id);
create index open_post_by_community on open_post (community_id) where community_id is not null;

-- Looking for gaps and overlaps, once. One at most waits to be done.
create table landscape_run (
  id          uuid        primary key,
  asked_at    timestamptz not null,
  finished_at timestamptz,
  failed      boolean     not null default false,
  posts       int,
  people      int,
  entries     int
);
create unique index landscape_run_waits on landscape_run ((true)) where finished_at is null;
create index landscape_run_by_end on landscape_run (finished_at desc) where not failed;

-- A topic that no community serves. What it is shown with is read at that time: examples that are gone are not shown.
create table found_gap (
  run_id   uuid   not null references landscape_run on delete cascade,
  place    int    not null,
  label    text   not null,
  words    text[] not null,
  people   int    not null,
  posts    int    not null,
  asks     int    not null,
  weeks    int[]  not null,
  examples uuid[] not null,
  nearest  uuid   references inventory_entry on delete set null,
  share    real   not null,
  primary key (run_id, place)
);

-- Two entries that are about the same, and what speaks for it: words, tags and members, each between 0 and 1. Null is what
-- was not looked at.
create table found_overlap (
  run_id         uuid   not null references landscape_run on delete cascade,
  place          int    not null,
  one            uuid   not null references inventory_entry on delete cascade,
  other          uuid   not null references inventory_entry on delete cascade,
  words          real   not null,
  tags           real,
  members        real,
  shared_words   text[] not null,
  shared_tags    text[] not null,
  shared_members int,
  primary key (run_id, place)
);

-- Somebody thinks that two communities had better be one. Accepted once a steward of each says so.
create table merge_proposal (
  id                uuid        primary key,
  one_id            uuid        not null references community,
  other_id          uuid        not null references community,
  note              text,
  state             text        not null
    constraint merge_proposal_state_known check (state in ('open', 'accepted', 'dismissed')),
  proposed_by       uuid        references person,
  proposed_at       timestamptz not null,
  one_accepted_by   uuid        references person,
  other_accepted_by uuid        references person,
  closed_by         uuid        references person,
  closed_at         timestamptz,
  constraint merge_proposal_one_of_a_pair check (one_id < other_id),
  constraint merge_proposal_closed check ((state = 'open') = (closed_at is null))
);
create unique index merge_proposal_open_once on merge_proposal (one_id, other_id) where state = 'open';
create index merge_proposal_page on merge_proposal (proposed_at desc, id desc);
