create extension if not exists pg_trgm;
-- Loads the library, or its settings would be unknown below.
select similarity('a', 'a');

-- Names, departments and the skills that everyone sees, for words that are spelled otherwise.
alter table person add column spelled text generated always as (only_words(
  display_name || ' ' || user_name || ' ' || coalesce(department, '')
  || case when visibility ->> 'skills' is null
    then ' ' || coalesce(jsonb_path_query_array(skills, '$[*].name')::text, '') else '' end)) stored;
create index person_by_spelling on person using gin (spelled gin_trgm_ops) where active;

-- Active people who have something like each of the words, and how near the farthest of them is. The first word is looked
-- up in the index.
create function near_people(wanted text[]) returns table (id uuid, nearness real) language sql stable
  set pg_trgm.word_similarity_threshold = 0.45 as $$
  select p.id, (select min(word_similarity(word, p.spelled)) from unnest(wanted) as word)
  from person p
  where p.active and p.spelled %> wanted[1]
    and not exists (select from unnest(wanted[2:]) as word where not p.spelled %> word)
$$;
