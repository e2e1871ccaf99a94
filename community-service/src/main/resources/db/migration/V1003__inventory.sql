-- Every community there is. One hosted here has the community's id and follows it; the rest is entered by people.
create table inventory_entry (
  id            uuid        primary key,
  community_id  uuid        constraint inventory_entry_once unique references community,
  external_id   text        constraint inventory_entry_external_id_unique unique,
  name          text        not null,
  domain        text,
  host          text        not null,
  url           text,
  stage         text        not null constraint inventory_entry_stage_known check
    (stage in ('potential', 'coalescing', 'maturing', 'stewardship', 'transformation', 'dormant', 'closed')),
  review_by     date,
  size          int         constraint inventory_entry_size_positive check (size >= 0),
  last_activity timestamptz,
  created_at    timestamptz not null,
  version       bigint      not null,
  search        tsvector    generated always as (search_words(name || ' ' || coalesce(domain, ''))) stored,
  constraint inventory_entry_hosted_here check ((community_id is not null) = (host = 'outloud')),
  constraint inventory_entry_shares_id check (community_id is null or community_id = id)
);
create index inventory_entry_by_name on inventory_entry (name collate "und-x-icu", id);
create index inventory_entry_by_review on inventory_entry (coalesce(review_by, date '9999-12-31'), id);
create index inventory_entry_by_size on inventory_entry (coalesce(size, -1) desc, id desc);
create index inventory_entry_by_activity on inventory_entry
  (coalesce(last_activity, timestamptz '1970-01-01 00:00:00+00') desc, id desc);
create index inventory_entry_by_domain on inventory_entry (domain);
create index inventory_entry_by_words on inventory_entry using gin (search);

-- Who answers for an entry that is hosted elsewhere.
create table inventory_steward (
  entry_id  uuid not null references inventory_entry,
  person_id uuid not null references person,
  primary key (entry_id, person_id)
);
create index inventory_steward_by_person on inventory_steward (person_id);

-- Who answers for any entry: of one hosted here its stewards. Who no longer works here answers for nothing.
create view inventory_stewardship as
  select s.entry_id, s.person_id
  from (select entry_id, person_id from inventory_steward
        union all
        select community_id, person_id from membership where role = 'steward') s
  join person p on p.id = s.person_id and p.active;

-- Entries that a viewer may know of: what visible_community says, said of the inventory.
create function visible_entry(viewer uuid) returns setof inventory_entry language sql stable as $$
  select e.* from inventory_entry e
  where e.community_id is null
    or exists (select 1 from visible_community(viewer) c where c.id = e.community_id)
$$;

create function is_overdue(e inventory_entry) returns boolean language sql stable as $$
  select coalesce(e.review_by < (now() at time zone 'utc')::date, false)
$$;

-- Nothing heard for 90 days; of what was never heard of, since it was entered. The closed ones may be quiet.
create function is_quiet(e inventory_entry) returns boolean language sql stable as $$
  select e.stage <> 'closed' and coalesce(e.last_activity, e.created_at) < now() - interval '90 days'
$$;

create function is_unstewarded(e inventory_entry) returns boolean language sql stable as $$
  select not exists (select 1 from inventory_stewardship s where s.entry_id = e.id)
$$;

-- Counts people who take part in communities hosted here. The caller holds the communities' rows, so that nobody joins
-- or leaves between the counting and the writing.
create function recount_sizes(communities uuid[]) returns void language sql as $$
  update inventory_entry e set size = (
    select count(*) from membership m join person p on p.id = m.person_id and p.active
    where m.community_id = e.community_id and m.role in ('steward', 'facilitator', 'member'))
  where e.community_id = any(communities)
$$;
