-- What a community keeps: pages, links, and posts that are worth keeping. The words of a post stay where they are; it is read there,
-- by whoever may.
create table library_entry (
  id           uuid        primary key,
  community_id uuid        not null references community,
  kind         text        not null constraint library_entry_kind_known check (kind in ('page', 'link', 'post')),
  title        text        not null,
  body         text,
  body_html    text,
  url          text,
  post_id      uuid,
  created_at   timestamptz not null,
  edited_at    timestamptz not null,
  deleted_at   timestamptz,
  version      bigint      not null,
  search       tsvector    generated always as (search_words(title || ' ' || coalesce(body, ''))) stored,
  constraint library_page_has_words check (kind <> 'page' or body is not null),
  constraint library_link_leads_on check ((kind = 'link') = (url is not null)),
  constraint library_post_has_source check ((kind = 'post') = (post_id is not null))
);
create index library_entry_page on library_entry (community_id, created_at desc, id desc) where deleted_at is null;
create index library_entry_by_words on library_entry using gin (search);
create unique index library_entry_post_once on library_entry (community_id, post_id)
  where post_id is not null and deleted_at is null;

-- Every version there was, the present one included, and who wrote it.
create table library_edition (
  entry_id  uuid        not null references library_entry,
  version   bigint      not null,
  title     text        not null,
  body      text,
  url       text,
  editor_id uuid        not null references person,
  edited_at timestamptz not null,
  primary key (entry_id, version)
);
create index library_edition_by_editor on library_edition (editor_id, entry_id);

-- Who reads a library: whoever may read what is said in its community. A post that is gone is not kept either.
create function readable_library(viewer uuid) returns setof library_entry language sql stable as $$
  select e.* from library_entry e join visible_community(viewer) c on c.id = e.community_id
  where e.deleted_at is null
    and (e.post_id is null or exists (select from community_post p where p.post_id = e.post_id and not p.deleted))
    and (c.visibility = 'open' or exists (select from membership m
      where m.community_id = c.id and m.person_id = viewer and m.role in ('steward', 'facilitator', 'member')))
$$;
