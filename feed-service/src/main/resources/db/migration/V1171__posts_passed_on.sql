-- The post or comment that a post passes on. Who may read that one is asked for each reader anew.
alter table post add column shared_id uuid;

alter table notice drop constraint notice_sort_is_known;
alter table notice add constraint notice_sort_is_known check (sort in ('line', 'thanks', 'answer', 'share'));

-- As before, and of whoever passed on what the viewer wrote.
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
      when 'share' then (select 'share' from readable_post(viewer) s where s.id = p.shared_id and s.author_id = viewer) end as kind
    from notice n join readable_post(viewer) p on p.id = n.subject_id
    where n.owner_id = viewer
      and not exists (select from thread_choice t
        where t.person_id = viewer and t.root_id = p.root_id and t.choice = 'muted')
  ) n
  where n.kind is not null
    and n.actor_id <> all (array(select h.id from hidden_from(viewer) as h (id)))
    and n.actor_id <> all (array(select m.id from muted_by(viewer) as m (id)))
$$;
