-- Where HR says that people stand. Nobody writes it about themselves, unlike the department that their profile shows.
alter table person
  add column hr_department text,
  add column manager_id    uuid;
create index person_by_hr_department on person (lower(hr_department collate "pg_c_utf8")) where hr_department is not null;
create index person_by_manager on person (manager_id) where manager_id is not null;

-- A copy of the groups that HR keeps; a member may be told of before the group or the person is.
create table hr_group (
  id           uuid    primary key,
  version      bigint  not null,
  display_name text    not null,
  removed      boolean not null
);
create table hr_group_member (
  group_id  uuid    not null,
  person_id uuid    not null,
  member    boolean not null,
  version   bigint  not null,
  primary key (group_id, person_id)
);
create index hr_group_member_by_person on hr_group_member (person_id) where member;

-- by_rule: in because of a rule alone. declined: left, taken out or turned away by hand, so that no rule pulls them back.
alter table membership
  add column by_rule  boolean not null default false,
  add column declined boolean not null default false,
  add constraint membership_by_rule_is_member check (not by_rule or role = 'member');
update membership set declined = true where role is null and version > 0;
create index membership_by_rule on membership (community_id, person_id) where by_rule;
create index membership_by_rule_of_person on membership (person_id, community_id) where by_rule;

-- Who is a member by rule; due until everybody was moved as it says. Without conditions it holds for nobody.
create table membership_rule (
  community_id uuid    primary key references community,
  every        boolean not null,
  version      bigint  not null,
  due          boolean not null
);
create index membership_rule_due on membership_rule (community_id) where due;
create table rule_condition (
  community_id uuid     not null references membership_rule,
  position     smallint not null,
  attribute    text     not null
    constraint rule_condition_attribute_known check (attribute in ('department', 'manager', 'group')),
  word         text,
  ref          uuid,
  primary key (community_id, position),
  constraint rule_condition_compares_one check ((attribute = 'department') = (ref is null) and (word is null) <> (ref is null))
);
create index rule_condition_by_word on rule_condition (lower(word collate "pg_c_utf8")) where attribute = 'department';
create index rule_condition_by_ref on rule_condition (ref, attribute) where ref is not null;

-- People who moved and whom no rule has looked at since; below: and all who report to them.
create table rule_due (
  person_id uuid    primary key,
  below     boolean not null
);

-- Whom conditions are true of.
create function people_by_rule(every boolean, attributes text[], words text[], refs uuid[])
returns setof uuid language sql stable as $$
  with recursive condition as (
    select * from unnest(attributes, words, refs) with ordinality as c (attribute, word, ref, position)),
  below as (
    select c.position, p.id from condition c join person p on p.manager_id = c.ref where c.attribute = 'manager'
    union
    select b.position, p.id from below b join person p on p.manager_id = b.id),
  met as (
    select c.position, p.id from condition c
    join person p on lower(p.hr_department collate "pg_c_utf8") = lower(c.word collate "pg_c_utf8")
    where c.attribute = 'department'
    union all
    select c.position, m.person_id from condition c join hr_group_member m on m.group_id = c.ref and m.member
    where c.attribute = 'group'
    union all
    select position, id from below)
  select m.id from met m group by m.id
  having count(*) >= case when every then cardinality(attributes) else 1 end
$$;

-- What conditions would make of everybody: who joins and leaves, who stays by rule, who is there anyway (own), and who is
-- not pulled back (declined).
create function rule_outcome(community uuid, every boolean, attributes text[], words text[], refs uuid[])
returns table (person_id uuid, outcome text) language sql stable as $$
  select coalesce(w.id, m.person_id),
    case
      when w.id is null then 'leaves'
      when m.person_id is null or (m.role is null and not m.declined) then 'joins'
      when m.role is null then 'declined'
      when m.by_rule then 'stays'
      else 'own'
    end
  from people_by_rule(every, attributes, words, refs) as w (id)
  full join (select * from membership x where x.community_id = community) m on m.person_id = w.id
  where w.id is not null or m.by_rule
$$;

-- Which conditions of which communities are true of these people.
create function conditions_met(people uuid[])
returns table (community_id uuid, "position" smallint, person_id uuid) language sql stable as $$
  with recursive above as (
    select p.id, p.manager_id from person p where p.id = any(people) and p.manager_id is not null
    union
    select a.id, p.manager_id from above a join person p on p.id = a.manager_id where p.manager_id is not null)
  select c.community_id, c.position, p.id from person p
  join rule_condition c on lower(c.word collate "pg_c_utf8") = lower(p.hr_department collate "pg_c_utf8")
    and c.attribute = 'department'
  where p.id = any(people)
  union all
  select c.community_id, c.position, m.person_id from hr_group_member m
  join rule_condition c on c.ref = m.group_id and c.attribute = 'group'
  where m.person_id = any(people) and m.member
  union all
  select c.community_id, c.position, a.id from above a
  join rule_condition c on c.ref = a.manager_id and c.attribute = 'manager'
$$;
