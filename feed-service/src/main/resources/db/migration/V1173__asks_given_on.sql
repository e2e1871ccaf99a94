-- Every ask by its time: those that wait are looked for, and all are counted.
create index post_asking on post (created_at) where in_reply_to is null and deleted_at is null
  and (kind = 'question' or need is not null);

-- An ask that nobody replied to for a while; one row for each, whether helpers were found or not.
create table ask_given_on (
  post_id uuid        primary key,
  at      timestamptz not null
);

-- Who was asked to help, and the strongest reason why.
create table ask_helper (
  post_id   uuid        not null,
  person_id uuid        not null,
  reason    text        not null,
  words     text,
  count     integer     not null,
  at        timestamptz not null,
  primary key (post_id, person_id)
);
create index ask_helper_by_person on ask_helper (person_id, at);

alter table notice drop constraint notice_sort_is_known;
alter table notice add constraint notice_sort_is_known check (sort in ('line', 'thanks', 'answer', 'share', 'ask'));

-- As before, and asks that the viewer could help with, as long as nothing answers them.
create or replace function heard_by(viewer uuid) returns table (
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
      when 'answer' then (select 'answer' from post a where a.id = p.root_id and a.answer_id = p.id)
      when 'share' then (select 'share' from readable_post(viewer) s where s.id = p.shared_id and s.author_id = viewer)
      when 'ask' then (select 'ask' from ask_helper h
        where h.post_id = p.id and h.person_id = viewer and p.answer_id is null) end as kind
    from notice n join readable_post(viewer) p on p.id = n.subject_id
    where n.owner_id = viewer
      and not exists (select from thread_choice t
        where t.person_id = viewer and t.root_id = p.root_id and t.choice = 'muted')
  ) n
  where n.kind is not null
    and n.actor_id <> all (array(select h.id from hidden_from(viewer) as h (id)))
    and n.actor_id <> all (array(select m.id from muted_by(viewer) as m (id)))
$$;
