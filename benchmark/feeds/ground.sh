#!/usr/bin/env bash
# PostgreSQL, Kafka, an issuer of tokens, feed-service and the gateway, as `./outloud up` starts them, and nothing else:
#   ground.sh up [people] | down | restart feed|gateway
# Built jars are needed. State and logs lie in $BENCH_HOME.
set -euo pipefail

repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
home="${BENCH_HOME:-$repository/.outloud/bench}"
base="${BENCH_PORT:-18800}"
postgres_port=$((base + 1)) kafka_port=$((base + 2)) issuer_port=$((base + 4)) feed_port=$((base + 5))
binaries="${BENCH_POSTGRES:-$repository/.outloud/cache/postgresql-18.6.0}"
issuer="http://127.0.0.1:$issuer_port"
java_options=(-XX:+UseSerialGC -Xss512k -Xms48m -Xmx224m -XX:MaxDirectMemorySize=96m)
export PGHOST=127.0.0.1 PGPORT=$postgres_port PGUSER=postgres PGDATABASE=feed MALLOC_ARENA_MAX=2
libraries="LD_LIBRARY_PATH=$binaries/lib"
mkdir -p "$home"

as_ordinary_user() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; else "$@"; fi
}

begin() {
  local name=$1
  shift
  "$@" >"$home/$name.log" 2>&1 </dev/null &
  echo $! >"$home/$name.pid"
}

await() {
  local name=$1 tries=0
  shift
  until "$@" >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ $tries -lt 300 ] || { echo "$name is not ready: $home/$name.log" >&2; exit 1; }
    sleep 0.3
  done
}

end() {
  local pid
  [ -e "$home/$1.pid" ] || return 0
  pid="$(cat "$home/$1.pid")"
  kill "-${2:-TERM}" "$pid" 2>/dev/null || true
  while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
  rm -f "$home/$1.pid"
}

postgres_up() {
  if [ ! -d "$home/postgres" ]; then
    mkdir "$home/postgres"
    [ "$(id -u)" != 0 ] || chown nobody:nogroup "$home" "$home/postgres"
    as_ordinary_user env "$libraries" "$binaries/bin/initdb" -D "$home/postgres" -U postgres -E UTF8 --locale=C.UTF-8 --auth=trust >"$home/initdb.log"
  fi
  begin postgres as_ordinary_user env "$libraries" "$binaries/bin/postgres" -D "$home/postgres" -c port="$postgres_port" \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on -c synchronous_commit=on \
    -c max_connections=200 -c shared_buffers="${BENCH_BUFFERS:-128MB}" -c max_wal_size=512MB -c io_workers=2
  await postgres psql -d postgres -c 'select 1'
  head -n 1 "$home/postgres/postmaster.pid" >"$home/postgres.pid"
  psql -qd postgres -tc "select 1 from pg_database where datname = 'feed'" | grep -q 1 || createdb feed
}

kafka_up() {
  mkdir -p "$home/kafka"
  rm -f "$home"/kafka/*ready*
  begin kafka java -XX:+UseSerialGC -Xms96m -Xmx256m -XX:TieredStopAtLevel=1 -cp "$repository/standalone/target/standalone.jar" \
    org.outloud.standalone.broker.Broker "$home/kafka" "$kafka_port" $((kafka_port + 1))
  await kafka bash -c "</dev/tcp/127.0.0.1/$kafka_port"
}

feed_up() {
  SERVER_PORT=$feed_port OUTLOUD_DATABASE_HOST=127.0.0.1 OUTLOUD_DATABASE_PORT=$postgres_port OUTLOUD_DATABASE_USER=postgres \
    OUTLOUD_DATABASE_PASSWORD=none SPRING_KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:$kafka_port OUTLOUD_ISSUER=$issuer \
    OUTLOUD_LIMITS=off \
    begin feed java "${java_options[@]}" ${BENCH_FEED_OPTIONS:-} -jar "$repository/feed-service/target/feed-service.jar"
  await feed curl -fs "http://127.0.0.1:$feed_port/actuator/health/readiness"
}

gateway_up() {
  OUTLOUD_PORT=$base OUTLOUD_PROFILE_URL=$issuer OUTLOUD_FEED_URL=http://127.0.0.1:$feed_port OUTLOUD_COMMUNITY_URL=$issuer \
    OUTLOUD_ISSUER=$issuer OUTLOUD_GATEWAY_CLIENT_SECRET=bench OUTLOUD_LIMITS=off \
    begin gateway java "${java_options[@]}" ${BENCH_GATEWAY_OPTIONS:-} -jar "$repository/gateway/target/gateway.jar"
  await gateway curl -fs "http://127.0.0.1:$base/actuator/health/readiness"
}

case "${1:-}" in
  up)
    trap '"$0" down' ERR
    postgres_up
    kafka_up
    begin issuer node "$repository/benchmark/feeds/issuer.mjs" "$issuer_port" "$home"
    await issuer curl -fs "$issuer/protocol/openid-connect/certs"
    feed_up
    if [ "$(psql -tAc 'select count(*) from person')" = 0 ]; then
      psql -q -v people="${2:-20000}" -f "$repository/benchmark/feeds/people.sql"
    fi
    psql -tAc "select subject from person where subject is not null order by id limit 2000" >"$home/subjects"
    curl -fs -X POST --data-binary @"$home/subjects" "$issuer/tokens" >"$home/tokens"
    gateway_up
    ;;
  restart)
    end "$2"
    "$2_up"
    ;;
  down)
    end gateway
    end feed
    end issuer
    end kafka
    end postgres INT
    ;;
  *)
    sed -n '2,4s/^# //p' "$0"
    exit 2
    ;;
esac
