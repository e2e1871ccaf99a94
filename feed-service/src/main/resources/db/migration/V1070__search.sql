-- The words of every post and comment: as they stand, and by their stems in four languages, one behind the other, so that
-- a phrase is found in each by itself. In a table of its own, because feeds read whole posts and never their words.
create function only_words(text) returns text language sql immutable parallel safe as $$
  select btrim(regexp_replace(lower(normalize($1, NFKC) collate "pg_c_utf8"), '[^[:alnum:]]+', ' ', 'g'))
$$;

create function search_words(said text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('pg_catalog.simple', w) || to_tsvector('pg_catalog.english', w) || to_tsvector('pg_catalog.german', w)
    || to_tsvector('pg_catalog.french', w) || to_tsvector('pg_catalog.spanish', w)
  from (select public.only_words(said)) as o (w)
$$;

create table post_words (
  post_id uuid     primary key,
  words   tsvector not null
);
create index post_words_by_word on post_words using gin (words);

create function keep_post_words() returns trigger language plpgsql as $$
begin
  insert into public.post_words (post_id, words)
  values (new.id, public.search_words(concat_ws(' ', new.doing, new.learned, new.need, new.body)))
  on conflict (post_id) do update set words = excluded.words;
  return null;
end
$$;
create trigger post_is_found_by_its_words after insert or update of body, doing, learned, need on post
  for each row execute function keep_post_words();
insert into post_words (post_id, words)
  select p.id, search_words(concat_ws(' ', p.doing, p.learned, p.need, p.body)) from post p;

-- The forms under which a word is kept: itself and its stems. A word that says nothing in a language has none there.
create function word_forms(word text) returns text[] language sql immutable parallel safe as $$
  select array[word] || ts_lexize('pg_catalog.english_stem', word) || ts_lexize('pg_catalog.german_stem', word)
    || ts_lexize('pg_catalog.french_stem', word) || ts_lexize('pg_catalog.spanish_stem', word)
$$;

-- What is left to look for: without the words that say nothing by themselves, unless there are no others.
create function telling_terms(terms text[]) returns text[] language sql immutable parallel safe as $$
  select case when count(*) filter (where telling) > 0 then array_agg(term) filter (where telling)
    else coalesce(array_agg(term), '{}') end
  from (
    select t.term, ('{}' in (ts_lexize('pg_catalog.english_stem', w), ts_lexize('pg_catalog.german_stem', w),
      ts_lexize('pg_catalog.french_stem', w), ts_lexize('pg_catalog.spanish_stem', w))) is not true as telling
    from unnest(terms) as t (term), only_words(t.term) as w
    where w <> '') as each_term
$$;

create function search_term(term text) returns tsquery language sql immutable parallel safe as $$
  select phraseto_tsquery('pg_catalog.simple', w) || phraseto_tsquery('pg_catalog.english', w)
    || phraseto_tsquery('pg_catalog.german', w) || phraseto_tsquery('pg_catalog.french', w)
    || phraseto_tsquery('pg_catalog.spanish', w)
  from (select only_words(term)) as o (w)
$$;

create aggregate all_of (tsquery) (sfunc = tsquery_and, stype = tsquery, initcond = '');

-- All of the wanted terms and none of the unwanted ones; a term of several words is a phrase.
create function search_query(wanted text[], unwanted text[]) returns tsquery language sql immutable as $$
  select coalesce((select all_of(search_term(t)) from unnest(telling_terms(wanted)) as t), '')
    && coalesce((select all_of(!! search_term(t)) from unnest(unwanted) as t where only_words(t) <> ''), '')
$$;

-- Which words of a text are why it was found, as only_words spells them.
create function matched_words(said text, wanted text[]) returns text[] language sql stable as $$
  select coalesce(array_agg(d.word), '{}')
  from (select distinct word from string_to_table(only_words(said), ' ') as word where word <> '') as d
  where word_forms(d.word) && (
    select coalesce(array_agg(form), '{}')
    from unnest(telling_terms(wanted)) as t (term), string_to_table(only_words(t.term), ' ') as w (word),
      unnest(word_forms(w.word)) as form)
$$;
