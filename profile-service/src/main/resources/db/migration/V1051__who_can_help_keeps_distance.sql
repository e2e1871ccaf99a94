-- What the viewer does not meet is no evidence: neither what such a person wrote, nor what others wrote under it.
create or replace function readable_evidence(viewer uuid) returns setof evidence_post language sql stable as $$
  select p.* from evidence_post p
  where not p.deleted
    and p.author_id <> all (array(select h.id from hidden_from(viewer) as h (id)))
    and (not p.reply or exists (select from evidence_post r where r.id = p.root_id and not r.deleted
      and r.author_id <> all (array(select h.id from hidden_from(viewer) as h (id)))))
    and (p.audience = 'everyone'
      or (p.audience = 'community' and (
        exists (select from evidence_community c where c.id = p.community_id and c.visibility = 'open')
        or exists (
          select from evidence_membership m
          where m.community_id = p.community_id and m.person_id = viewer
            and m.role in ('steward', 'facilitator', 'member'))))
      or exists (
        select from evidence_post r where r.id = p.root_id and (
          r.author_id = viewer
          or (p.audience = 'followers' and exists (
            select from follow f where f.follower = viewer and f.followee = r.author_id and f.following))
          or (p.audience = 'people' and (viewer = any (r.readers) or exists (
            select from evidence_post m
            where m.root_id = r.id and m.author_id = r.author_id and not m.deleted and viewer = any (m.mentions)))))))
$$;
