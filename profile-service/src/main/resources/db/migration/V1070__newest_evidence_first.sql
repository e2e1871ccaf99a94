-- Of a topic on which very many write, the newest evidence is enough. The quarter of a year in which a post was written stands
-- in one index with its words, so that each quarter is read by itself, the newest first, and the rest is never touched.
create extension if not exists btree_gin;

alter table evidence_post add column quarter integer not null generated always as (
  (extract(year from created_at at time zone 'UTC') * 4 + extract(quarter from created_at at time zone 'UTC'))::integer) stored;

drop index evidence_post_by_words;
create index evidence_post_by_words on evidence_post using gin (quarter, said, asked) where not deleted;
create index evidence_post_by_quarter on evidence_post (quarter) where not deleted;
