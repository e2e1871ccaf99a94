-- ISO 8601 in UTC, as everywhere in the API: no fraction of a second, or three or six digits of it
create function instant(at timestamptz) returns text language sql stable as $$
  select to_char(at at time zone 'UTC', case
    when date_trunc('second', at) = at then 'YYYY-MM-DD"T"HH24:MI:SS"Z"'
    when date_trunc('milliseconds', at) = at then 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
    else 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"' end)
$$;
