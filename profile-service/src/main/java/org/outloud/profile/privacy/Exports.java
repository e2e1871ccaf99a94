package org.outloud.profile.privacy;

import io.r2dbc.spi.Readable;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.ExportPart;
import org.outloud.platform.privacy.Sealed;
import org.outloud.profile.person.Person;
import org.outloud.profile.person.PersonalData;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Exports that were asked for in the last day, and the services' sealed answers. */
@Repository
class Exports implements PersonalData {

    /** How long an export can be fetched. */
    static final Duration LIFE = Duration.ofHours(24);

    private static final String YOUNG = "requested_at > now() - interval '24 hours'";

    /** Services whose answers come as events; this one's own part is read when the export is fetched. */
    private static final List<String> ANSWERING = List.of("feed-service", "community-service");

    private static final String FIND = """
            select id, requested_at, (
                select count(*) from (
                  select from export_part p where p.export_id = j.id and p.service = any(:services)
                  group by p.service, p.count having count(*) = p.count) whole) = cardinality(:services) as ready
            from export_job j where
            """;

    /** What this service itself keeps, by kind. */
    private static final String OWN = """
            select jsonb_build_object(
              'profile', jsonb_build_array(
                to_jsonb(p) - '{version,subject,user_key,email_key,email_keys,skill_keys,name_key,words,knows,spelled}'::text[]),
              'photo', coalesce((select jsonb_agg(jsonb_build_object('mediaType', i.media_type, 'base64', encode(i.large, 'base64')))
                from photo i where i.person_id = p.id), '[]'),
              'follows', coalesce((select jsonb_agg(jsonb_build_object('person', x.display_name, 'since', f.since))
                from follow f join person x on x.id = f.followee where f.follower = p.id and f.following), '[]'),
              'followers', coalesce((select jsonb_agg(jsonb_build_object('person', x.display_name, 'since', f.since))
                from follow f join visible_person(p.id) x on x.id = f.follower
                where f.followee = p.id and f.following), '[]'),
              'mutes', coalesce((select jsonb_agg(jsonb_build_object('person', x.display_name, 'since', b.muted_at))
                from block b join person x on x.id = b.blocked
                where b.blocker = p.id and b.muted_at is not null), '[]'),
              'blocks', coalesce((select jsonb_agg(jsonb_build_object('person', x.display_name, 'since', b.blocked_at))
                from block b join person x on x.id = b.blocked
                where b.blocker = p.id and b.blocked_at is not null), '[]'),
              'groups', coalesce((select jsonb_agg(jsonb_build_object('group', g.display_name) order by g.display_name)
                from hr_group_member m join hr_group g on g.id = m.group_id
                where m.person_id = p.id and m.member), '[]'),
              'audit', coalesce((select jsonb_agg(jsonb_build_object('at', a.at, 'act', a.act, 'actor', a.actor,
                  'person', a.person, 'fields', a.fields) order by a.at)
                from audit a where a.person = p.id or a.actor = p.id::text), '[]'))::text
            from person p where p.id = :person
            """;

    /**
     * An export.
     *
     * @param state {@code gathering} or {@code ready}
     */
    record Export(UUID id, String state, Instant requestedAt, Instant expiresAt) {

        boolean ready() {
            return state.equals("ready");
        }
    }

    private final DatabaseClient database;

    Exports(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> begin(UUID id, PersonId person, KeyPair keys) {
        return database.sql("insert into export_job (id, person_id, private_key) values (:id, :person, :key)")
                .bind("id", id)
                .bind("person", person.value())
                .bind("key", keys.getPrivate().getEncoded())
                .then();
    }

    /** A person's latest export that can still be fetched. */
    Mono<Export> latest(PersonId person) {
        return of(person, 1).next();
    }

    /** A person's exports that can still be fetched, the latest first. */
    Flux<Export> of(PersonId person, int most) {
        return database.sql(FIND + " person_id = :person and " + YOUNG + " order by requested_at desc, id limit :most")
                .bind("services", ANSWERING.toArray(String[]::new))
                .bind("person", person.value())
                .bind("most", most)
                .map(Exports::toExport)
                .all();
    }

    /** An export of this person's; anybody else's is not there. */
    Mono<Export> find(UUID id, PersonId person) {
        return database.sql(FIND + " id = :id and person_id = :person and " + YOUNG)
                .bind("services", ANSWERING.toArray(String[]::new))
                .bind("id", id)
                .bind("person", person.value())
                .map(Exports::toExport)
                .one();
    }

    Mono<Void> keep(ExportPart part) {
        return database.sql("""
                        insert into export_part (export_id, service, index, count, sealed_key, data)
                        select id, :service, :index, :count, :sealedKey, :data from export_job where id = :id
                        on conflict do nothing
                        """)
                .bind("service", part.service())
                .bind("index", part.index())
                .bind("count", part.count())
                .bind("sealedKey", part.sealedKey())
                .bind("data", part.data())
                .bind("id", part.export())
                .then();
    }

    /** What this service keeps, as a JSON object by kind. */
    Mono<String> own(PersonId person) {
        return database.sql(OWN)
                .bind("person", person.value())
                .mapValue(String.class)
                .one();
    }

    /** The other services' answers, and the key that opens them. */
    Mono<Answers> answers(UUID id) {
        Mono<byte[]> key = database.sql("select private_key from export_job where id = :id")
                .bind("id", id)
                .mapValue(byte[].class)
                .one();
        Mono<List<Sealed>> sealed = database.sql(
                        "select service, sealed_key, data from export_part where export_id = :id order by service, index")
                .bind("id", id)
                .map(row -> new Piece(
                        get(row, "service", String.class),
                        get(row, "sealed_key", String.class),
                        get(row, "data", String.class)))
                .all()
                .collectList()
                .map(Exports::whole);
        return Mono.zip(key, sealed, Answers::new);
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Answers(byte[] privateKey, List<Sealed> sealed) {}

    private record Piece(String service, String key, String data) {}

    private static List<Sealed> whole(List<Piece> pieces) {
        Map<String, List<Piece>> byService = new LinkedHashMap<>();
        pieces.forEach(piece -> byService
                .computeIfAbsent(piece.service(), service -> new ArrayList<>())
                .add(piece));
        return byService.values().stream()
                .map(own -> new Sealed(
                        own.get(0).key(), own.stream().map(Piece::data).toList()))
                .toList();
    }

    /** Throws away what nobody can fetch any more, and with it the keys. */
    Mono<Void> forgetOld() {
        return database.sql("delete from export_job where not (" + YOUNG + ")").then();
    }

    @Override
    public Mono<Void> erase(Person person) {
        return database.sql("delete from export_job where person_id = :person")
                .bind("person", person.id().value())
                .then();
    }

    private static Export toExport(Readable row) {
        Instant at = get(row, "requested_at", Instant.class);
        boolean ready = get(row, "ready", Boolean.class);
        return new Export(get(row, "id", UUID.class), ready ? "ready" : "gathering", at, at.plus(LIFE));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
