-- What the viewer could read until it was deleted or hidden: readable_post without that, for whoever has it on an open page.
-- A comment below something that went earlier went with it.
create function lost_post(viewer uuid) returns setof post language sql stable as $$
  select p.* from post p
  where (p.deleted_at is not null or p.hidden_at is not null)
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

-- What moderators decided about somebody, for that one alone. It names no moderator, and is no line of a thread: what is
-- hidden can be read by nobody. about is the case, subject_id the post.
create table decision_notice (
  owner_id   uuid        not null,
  kind       text        not null,
  about      uuid        not null,
  subject_id uuid        not null,
  at         timestamptz not null default clock_timestamp(),
  unread     boolean     not null default true,
  primary key (owner_id, about, kind),
  constraint decision_notice_kind_is_known check (kind in ('hidden', 'upheld', 'restored'))
);
create index decision_notice_by_subject on decision_notice (subject_id);
create index decision_notice_by_age on decision_notice (at);

-- Everything that concerns the viewer: what others said and gave, and what was decided, as long as that holds.
create function concerns(viewer uuid) returns table (
  sort text, kind text, bundle uuid, subject_id uuid, root_id uuid, actor_id uuid, at timestamptz, unread boolean
) language sql stable as $$
  select h.sort, h.kind, h.bundle, h.subject_id, h.root_id, h.actor_id, h.at, h.unread from heard_by(viewer) h
  union all
  select 'decision', d.kind, bundle_of(viewer, d.kind, d.about), d.subject_id, p.root_id, null, d.at, d.unread
  from decision_notice d join moderation_case c on c.id = d.about join post p on p.id = d.subject_id
  where d.owner_id = viewer and p.deleted_at is null and case d.kind
    when 'hidden' then c.state in ('hidden', 'appealed')
    else c.state = d.kind end
$$;
