#!/bin/bash
# Runs once, on an empty volume: a database and a role for each service and for Keycloak.
set -euo pipefail
for name in profile feed community keycloak; do
  psql --set ON_ERROR_STOP=1 --set name="$name" --set password="$POSTGRES_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
SQL
done
