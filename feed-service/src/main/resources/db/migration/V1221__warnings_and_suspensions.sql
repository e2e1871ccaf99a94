-- What moderators said or did to a person, and what that person says to it.
create table sanction (
  id           uuid        primary key,
  person_id    uuid        not null,
  by_id        uuid        not null,
  kind         text        not null,
  note         text        not null,
  case_id      uuid,
  at           timestamptz not null default clock_timestamp(),
  until        timestamptz,
  state        text        not null default 'standing',
  appealed_at  timestamptz,
  appeal       text,
  decided_at   timestamptz,
  outcome      text,
  constraint sanction_kind_is_known check (kind in ('warning', 'suspension')),
  constraint sanction_state_is_known check (state in ('standing', 'appealed', 'upheld', 'lifted')),
  constraint sanction_ends_if_suspension check (until is null or kind = 'suspension')
);
create index sanction_newest_first on sanction (at, id);
create index sanction_by_person on sanction (person_id, at, id);
create index sanction_waiting on sanction (appealed_at, id) where state = 'appealed';

-- Who may not write now, by all sanctions together.
create table suspension (
  person_id uuid        primary key,
  version   bigint      not null,
  suspended boolean     not null,
  until     timestamptz
);

-- One name for all of them: whoever remembers one remembers all.
create function suspension_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('changed', '00000000-0000-0000-0000-000000005005');
  return null;
end
$$;
create trigger suspension_tells after insert or update or delete on suspension
  for each row execute function suspension_changed();

-- What was decided about people stands in the same record.
alter table moderation_audit alter column case_id drop not null, alter column post_id drop not null,
  add column sanction_id uuid, add column person_id uuid;

alter table decision_notice drop constraint decision_notice_kind_is_known;
alter table decision_notice add constraint decision_notice_kind_is_known check
  (kind in ('hidden', 'upheld', 'restored', 'warned', 'suspended', 'kept', 'lifted'));

-- As before, and what was decided about the viewer.
create or replace function concerns(viewer uuid) returns table (
  sort text, kind text, bundle uuid, subject_id uuid, root_id uuid, actor_id uuid, at timestamptz, unread boolean
) language sql stable as $$
  select h.sort, h.kind, h.bundle, h.subject_id, h.root_id, h.actor_id, h.at, h.unread from heard_by(viewer) h
  union all
  select 'decision', d.kind, bundle_of(viewer, d.kind, d.about), d.subject_id, p.root_id, null, d.at, d.unread
  from decision_notice d join moderation_case c on c.id = d.about join post p on p.id = d.subject_id
  where d.owner_id = viewer and p.deleted_at is null and case d.kind
    when 'hidden' then c.state in ('hidden', 'appealed')
    else c.state = d.kind end
  union all
  select 'decision', d.kind, bundle_of(viewer, d.kind, d.about), d.subject_id, d.subject_id, null, d.at, d.unread
  from decision_notice d join sanction s on s.id = d.about
  where d.owner_id = viewer and case d.kind
    when 'lifted' then s.state = 'lifted'
    when 'kept' then s.state = 'upheld'
    else s.state in ('standing', 'appealed') end
$$;
