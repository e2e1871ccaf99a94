-- Since when a post or comment is hidden by a moderator; its author may not bring it back.
alter table post add column hidden_at timestamptz;

-- As before, and nothing that a moderator hid, nor what was said below it.
create or replace function readable_post(viewer uuid) returns setof post language sql stable as $$
  select p.* from post p
  where p.deleted_at is null
    and p.hidden_at is null
    and p.author_id <> all (array(select h.id from hidden_from(viewer) as h (id)))
    and p.root_author_id <> all (array(select h.id from hidden_from(viewer) as h (id)))
    and (p.in_reply_to is null or exists (
      select from post r where r.id = p.root_id and r.deleted_at is null and r.hidden_at is null))
    and (p.root_author_id = viewer
      or p.audience = 'everyone'
      or (p.audience = 'followers' and exists (
        select from follow f where f.follower = viewer and f.followee = p.root_author_id and f.following))
      or (p.audience = 'people' and exists (
        select from post_reader pr where pr.root_id = p.root_id and pr.person_id = viewer))
      or (p.audience = 'community' and (
        exists (select from community c where c.id = p.community_id and c.visibility = 'open')
        or is_member(p.community_id, viewer))))
$$;

-- What was reported of one post, and what became of it. note is what the author is told; outcome answers the appeal.
create table moderation_case (
  id          uuid        primary key,
  post_id     uuid        not null,
  state       text        not null default 'open',
  opened_at   timestamptz not null default now(),
  decided_at  timestamptz,
  note        text,
  appealed_at timestamptz,
  appeal      text,
  outcome     text,
  constraint moderation_case_state_is_known check
    (state in ('open', 'dismissed', 'hidden', 'appealed', 'upheld', 'restored'))
);
create unique index moderation_case_one_for_a_post on moderation_case (post_id) where state not in ('dismissed', 'restored');
create index moderation_case_waiting on moderation_case (coalesce(appealed_at, opened_at), id)
  where state in ('open', 'appealed');
create index moderation_case_decided on moderation_case (decided_at, id) where state not in ('open', 'appealed');

create table report (
  id          uuid        primary key default gen_random_uuid(),
  case_id     uuid        not null,
  reporter_id uuid        not null,
  reason      text        not null,
  detail      text,
  at          timestamptz not null default clock_timestamp(),
  constraint report_once_by_each unique (case_id, reporter_id),
  constraint report_reason_is_known check (reason in ('hurtful', 'confidential', 'misleading', 'spam', 'other'))
);
create index report_by_reporter on report (reporter_id);

-- Who decided what. Nothing is changed or removed here; only a name may be taken out of a note when a person is erased.
create table moderation_audit (
  id       uuid        primary key default gen_random_uuid(),
  at       timestamptz not null default clock_timestamp(),
  actor_id uuid        not null,
  case_id  uuid        not null,
  post_id  uuid        not null,
  decision text        not null,
  note     text
);
create index moderation_audit_newest_first on moderation_audit (at, id);

create function only_adds() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'note' = to_jsonb(old) - 'note' then
      return new;
    end if;
  end if;
  raise exception 'what was decided stays on record';
end
$$;
create trigger moderation_audit_only_grows before update or delete on moderation_audit
  for each row execute function only_adds();
create trigger moderation_audit_is_never_emptied before truncate on moderation_audit
  for each statement execute function only_adds();
