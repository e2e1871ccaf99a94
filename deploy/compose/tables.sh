# For deploy/backup and deploy/restore: every table of a database with its number of rows and a sum over their contents,
# one a line. The sum does not depend on the order of rows.
databases="profile feed community keycloak"

tables() {
  docker compose exec -T postgres psql -XAtqU postgres -d "$1" -F ' ' <<'SQL'
select format(
  'select %L, count(*), coalesce(sum((''x'' || left(md5(t::text), 15))::bit(60)::bigint), 0) from %I.%I t',
  current_database() || '.' || n.nspname || '.' || c.relname, n.nspname, c.relname)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_%'
order by n.nspname, c.relname
\gexec
SQL
}
