-- Where an archived community went on. It stays, so that addresses that were written down lead on.
alter table community add column merged_into uuid constraint community_merged_into_exists references community;
create index community_by_merged_into on community (merged_into) where merged_into is not null;

-- Threads that went from one community to another: all of them when two became one, those with a tag when one was split.
-- Told to other services, and again whenever they ask.
create table hand_over (
  id        uuid        primary key,
  from_id   uuid        not null references community,
  into_id   uuid        not null references community,
  tag       text,
  handed_at timestamptz not null,
  constraint hand_over_between_two check (from_id <> into_id)
);

alter table merge_proposal drop constraint merge_proposal_state_known,
  add constraint merge_proposal_state_known check (state in ('open', 'accepted', 'dismissed', 'merged'));

-- What a role carries, the most first; who has none comes last.
create function rank_of(role text) returns int language sql immutable as $$
  select coalesce(array_position(array['steward', 'facilitator', 'member', 'follower'], role), 5)
$$;
