-- Who has read how people talk in a community, and when first.
create table norms_seen (
  community_id uuid        not null references community,
  person_id    uuid        not null references person,
  seen_at      timestamptz not null,
  primary key (community_id, person_id)
);
create index norms_seen_by_person on norms_seen (person_id);
