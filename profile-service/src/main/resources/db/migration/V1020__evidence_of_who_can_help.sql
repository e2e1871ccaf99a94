-- Words by their stems, in English and German at once and as they stand for every other language; words that mean nothing
-- by themselves in either are left out. Spelled out with its schema, so that a restored backup can compute it.
create text search dictionary public.stop_english (template = pg_catalog.simple, stopwords = english, accept = false);
create text search dictionary public.stop_german (template = pg_catalog.simple, stopwords = german, accept = false);
create text search configuration public.topic_plain (copy = pg_catalog.simple);
alter text search configuration public.topic_plain alter mapping for asciiword, word, numword
  with public.stop_english, public.stop_german, pg_catalog.simple;
create text search configuration public.topic_english (copy = pg_catalog.simple);
alter text search configuration public.topic_english alter mapping for asciiword, word, numword
  with public.stop_english, public.stop_german, pg_catalog.english_stem;
create text search configuration public.topic_german (copy = pg_catalog.simple);
alter text search configuration public.topic_german alter mapping for asciiword, word, numword
  with public.stop_english, public.stop_german, pg_catalog.german_stem;

create function only_words(text) returns text language sql immutable parallel safe as $$
  select regexp_replace(lower(normalize($1, NFKC) collate "pg_c_utf8"), '[^[:alnum:]]+', ' ', 'g')
$$;

create function stems(text) returns tsvector language sql immutable parallel safe as $$
  select strip(to_tsvector('public.topic_plain', public.only_words($1))
    || to_tsvector('public.topic_english', public.only_words($1))
    || to_tsvector('public.topic_german', public.only_words($1)))
$$;

-- A topic as the things that it speaks of: each word is one query for any of its stems. In the topic's order.
create function topic_terms(topic text) returns text[] language sql stable as $$
  select coalesce(array_agg(term order by place), '{}') from (
    select term, min(place) as place from (
      select word.place, (plainto_tsquery('public.topic_plain', word.text)
        || plainto_tsquery('public.topic_english', word.text)
        || plainto_tsquery('public.topic_german', word.text))::text as term
      from string_to_table(only_words(topic), ' ') with ordinality as word (text, place)
      where numnode(plainto_tsquery('public.topic_plain', word.text)) > 0) as each_word
    group by term order by min(place) limit 8) as terms
$$;

-- What feed-service tells of posts: no text, only its stems. said speaks for its author, asked is what the author needs.
create table evidence_post (
  id           uuid        primary key,
  version      bigint      not null,
  author_id    uuid        not null,
  root_id      uuid        not null,
  reply        boolean     not null,
  audience     text        not null,
  community_id uuid,
  readers      uuid[]      not null,
  mentions     uuid[]      not null,
  said         tsvector    not null,
  asked        tsvector    not null,
  created_at   timestamptz not null,
  deleted      boolean     not null
);
create index evidence_post_by_words on evidence_post using gin (said, asked) where not deleted;
create index evidence_post_by_root on evidence_post (root_id) where not deleted;
create index evidence_post_by_author on evidence_post (author_id, created_at desc) where not deleted;

create table evidence_thanks (
  post_id uuid    not null,
  giver   uuid    not null,
  kind    text    not null,
  given   boolean not null,
  version bigint  not null,
  primary key (post_id, giver, kind)
);

-- The accepted answer of each thread; null once there is none any more.
create table evidence_answer (
  root_id uuid   primary key,
  answer  uuid,
  version bigint not null
);
create index evidence_answer_by_answer on evidence_answer (answer) where answer is not null;

create table evidence_community (
  id         uuid   primary key,
  version    bigint not null,
  visibility text   not null
);

-- role is null once the person has left
create table evidence_membership (
  community_id uuid   not null,
  person_id    uuid   not null,
  version      bigint not null,
  role         text,
  primary key (community_id, person_id)
);

-- The one place that decides whose eyes a post may be counted for; the rules are feed-service's readable_post. What has
-- not arrived here yet, a root or a community, is not counted.
create function readable_evidence(viewer uuid) returns setof evidence_post language sql stable as $$
  select p.* from evidence_post p
  where not p.deleted
    and (not p.reply or exists (select from evidence_post r where r.id = p.root_id and not r.deleted))
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

-- What people say of themselves, by its stems.
alter table person add column knows tsvector generated always as (stems(
  coalesce(ask_me_about, '') || ' ' || coalesce(jsonb_path_query_array(skills, '$[*].name')::text, ''))) stored;
create index person_by_knowledge on person using gin (knows) where active;
