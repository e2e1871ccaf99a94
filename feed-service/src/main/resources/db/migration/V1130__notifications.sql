-- What might concern somebody: a line somewhere, thanks, an accepted answer. Written when it happens; whether it concerns
-- them, and why, is asked at reading (heard_by), so that it goes with an edit, a deletion or a membership lost.
-- bundle is the notification that it is part of: all lines of a thread are one.
create table notice (
  owner_id   uuid        not null,
  sort       text        not null,
  bundle     uuid        not null,
  subject_id uuid        not null,
  actor_id   uuid        not null,
  at         timestamptz not null,
  unread     boolean     not null default true,
  primary key (owner_id, subject_id, actor_id, sort),
  constraint notice_sort_is_known check (sort in ('line', 'thanks', 'answer'))
);
create index notice_newest_first on notice (owner_id, at desc);
create index notice_by_subject on notice (subject_id);
create index notice_by_age on notice (at);

create function bundle_of(owner uuid, sort text, about uuid) returns uuid language sql immutable as $$
  select md5(owner::text || sort || about::text)::uuid
$$;

-- What somebody wants of one thread: to hear of it, or nothing.
create table thread_choice (
  person_id uuid not null,
  root_id   uuid not null,
  choice    text not null,
  primary key (person_id, root_id),
  constraint thread_choice_is_known check (choice in ('followed', 'muted'))
);
create index thread_choice_by_thread on thread_choice (root_id, person_id);

-- What concerns the viewer, and why: the one place that decides it, and it sees nothing around readable_post.
create function heard_by(viewer uuid) returns table (
  sort text, kind text, bundle uuid, subject_id uuid, root_id uuid, actor_id uuid, at timestamptz, unread boolean
) language sql stable as $$
  select n.sort, n.kind, n.bundle, n.subject_id, n.root_id, n.actor_id, n.at, n.unread
  from (
    select n.*, p.root_id, case n.sort
      when 'line' then case
        when viewer = any(p.mentions) then 'mention'
        when p.in_reply_to is null then null
        when p.in_reply_to <> p.root_id
          and exists (select from post a where a.id = p.in_reply_to and a.author_id = viewer) then 'my-comment'
        when p.root_author_id = viewer then 'my-thread'
        when exists (select from thread_choice t
          where t.person_id = viewer and t.root_id = p.root_id and t.choice = 'followed') then 'thread'
        when exists (select from post c where c.root_id = p.root_id and c.author_id = viewer
          and c.in_reply_to is not null and c.deleted_at is null) then 'thread' end
      when 'thanks' then (select 'thanks' from reaction r
        where r.post_id = p.id and r.person_id = n.actor_id and r.given and r.kind <> 'like' limit 1)
      when 'answer' then (select 'answer' from post a where a.id = p.root_id and a.answer_id = p.id) end as kind
    from notice n join readable_post(viewer) p on p.id = n.subject_id
    where n.owner_id = viewer
      and not exists (select from thread_choice t
        where t.person_id = viewer and t.root_id = p.root_id and t.choice = 'muted')
  ) n
  where n.kind is not null
    and n.actor_id <> all (array(select h.id from hidden_from(viewer) as h (id)))
    and n.actor_id <> all (array(select m.id from muted_by(viewer) as m (id)))
$$;
