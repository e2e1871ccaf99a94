-- Posts and comments. A comment carries its root's author, audience and community, so that one predicate decides.
create table post (
  id             uuid        primary key,
  version        bigint      not null default 1,
  kind           text        not null,
  author_id      uuid        not null,
  root_id        uuid        not null,
  root_author_id uuid        not null,
  in_reply_to    uuid,
  audience       text        not null,
  community_id   uuid,
  body           text,
  body_html      text,
  doing          text,
  doing_html     text,
  learned        text,
  learned_html   text,
  need           text,
  need_html      text,
  tags           text[]      not null default '{}',
  mentions       uuid[]      not null default '{}',
  external_id    text,
  created_at     timestamptz not null,
  edited_at      timestamptz,
  deleted_at     timestamptz,
  answer_id      uuid,
  comment_count  integer     not null default 0,
  constraint post_kind_is_known check
    (kind in ('working-out-loud', 'plain', 'question', 'link', 'story', 'comment')),
  constraint post_audience_is_known check (audience in ('everyone', 'followers', 'people', 'community')),
  constraint post_in_a_community check ((audience = 'community') = (community_id is not null)),
  constraint post_root_is_itself check ((in_reply_to is null) = (root_id = id))
);
create unique index post_by_external_id on post (external_id);
create index post_by_author on post (author_id, created_at desc, id desc) where in_reply_to is null;
create index post_by_community on post (community_id, created_at desc, id desc)
  where in_reply_to is null and community_id is not null;
create index post_by_root on post (root_id, created_at, id) where in_reply_to is not null;
create index post_by_tag on post using gin (tags) where in_reply_to is null;

-- Those named for a thread with audience "people", and those its author mentioned in it.
create table post_reader (
  root_id   uuid not null,
  person_id uuid not null,
  primary key (root_id, person_id)
);

create function is_member(community uuid, person uuid) returns boolean language sql stable as $$
  select exists (
    select from membership m
    where m.community_id = community and m.person_id = person and m.role in ('steward', 'facilitator', 'member'))
$$;

-- The one place that decides who reads what. Every query of posts for a viewer goes through it; PostgreSQL inlines it.
create function readable_post(viewer uuid) returns setof post language sql stable as $$
  select p.* from post p
  where p.deleted_at is null
    and (p.in_reply_to is null or exists (select from post r where r.id = p.root_id and r.deleted_at is null))
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
