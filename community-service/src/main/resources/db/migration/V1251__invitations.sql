-- Somebody who takes part asks somebody else in. Gone once they come in; declined, it stays for a while, so that nobody is asked
-- again and again.
create table invitation (
  community_id uuid        not null references community,
  person_id    uuid        not null references person,
  role         text        not null
    constraint invitation_role_known check (role in ('member', 'follower')),
  invited_by   uuid        references person,
  note         text,
  invited_at   timestamptz not null,
  declined_at  timestamptz,
  primary key (community_id, person_id)
);
create index invitation_by_person on invitation (person_id, invited_at desc);
create index invitation_by_inviter on invitation (invited_by);

-- Whoever is invited to a secret community learns that it exists, until they decline.
create or replace function visible_community(viewer uuid) returns setof community language sql stable as $$
  select c.* from community c
  where c.visibility <> 'secret'
    or exists (select 1 from membership m
               where m.community_id = c.id and m.person_id = viewer and m.role is not null)
    or exists (select 1 from invitation i
               where i.community_id = c.id and i.person_id = viewer and i.declined_at is null)
$$;
