-- One spelling for each skill and interest: the first that somebody showed to everyone.
create table vocabulary (
  key  text collate "C" primary key,
  name text not null
);
insert into vocabulary (key, name)
select distinct on (key) key, name from (
  select lower(normalize(skill ->> 'name', NFKC) collate "pg_c_utf8") as key, skill ->> 'name' as name, created_at
  from person, jsonb_array_elements(skills) as skill
  union all
  select lower(normalize(interest, NFKC) collate "pg_c_utf8"), interest, created_at
  from person, unnest(interests) as interest) as spoken
order by key, created_at;
