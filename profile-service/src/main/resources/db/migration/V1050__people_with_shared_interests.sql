-- Texts as the service compares them, so that interests meet whatever way they were typed.
create function folded(text) returns text language sql immutable parallel safe as $$
  select lower(normalize($1, NFKC) collate "pg_c_utf8")
$$;

create function folded_all(text[]) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(public.folded(each)), '{}') from unnest($1) as each
$$;

create index person_by_interest on person using gin (folded_all(interests)) where active;
