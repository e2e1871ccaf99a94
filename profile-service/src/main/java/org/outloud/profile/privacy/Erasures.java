package org.outloud.profile.privacy;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.ErasureConfirmed;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All erasures, and which service confirmed them when. */
@Repository
class Erasures {

    /** Every service that keeps something of people. */
    static final List<String> SERVICES = List.of("profile-service", "feed-service", "community-service");

    private final DatabaseClient database;

    Erasures(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> begin(UUID id, PersonId person, PersonId requestedBy) {
        return database.sql("insert into erasure (id, person_id, requested_by) values (:id, :person, :by)")
                .bind("id", id)
                .bind("person", person.value())
                .bind("by", requestedBy.value())
                .then();
    }

    /** First answers that were kept for a caller's repeated requests. */
    Mono<Void> forgetAnswers(PersonId caller) {
        return database.sql("delete from idempotency_key where caller = :caller")
                .bind("caller", caller.toString())
                .then();
    }

    Mono<Void> confirm(ErasureConfirmed confirmed) {
        return database.sql("""
                        insert into erasure_confirmation (erasure_id, service, confirmed_at)
                        select id, :service, :at from erasure where id = :id
                        on conflict do nothing
                        """)
                .bind("service", confirmed.service())
                .bind("at", confirmed.at())
                .bind("id", confirmed.erasure())
                .then();
    }

    /** The erasure of a person, if there was one. */
    Mono<UUID> of(PersonId person) {
        return database.sql("select id from erasure where person_id = :person")
                .bind("person", person.value())
                .mapValue(UUID.class)
                .one();
    }

    Mono<Receipt> receipt(UUID id) {
        Mono<Map<String, Instant>> confirmed = database.sql(
                        "select service, confirmed_at from erasure_confirmation where erasure_id = :id")
                .bind("id", id)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("service", String.class)), instant(row, "confirmed_at")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        return database.sql("select person_id, requested_at from erasure where id = :id")
                .bind("id", id)
                .map(row -> new Begun(
                        new PersonId(Objects.requireNonNull(row.get("person_id", UUID.class))),
                        instant(row, "requested_at")))
                .one()
                .zipWith(confirmed, (begun, all) -> receipt(id, begun, all));
    }

    private static Receipt receipt(UUID id, Begun begun, Map<String, Instant> confirmed) {
        List<Receipt.Confirmation> services = new ArrayList<>();
        Instant last = begun.at();
        for (String service : SERVICES) {
            @Nullable Instant at = confirmed.get(service);
            services.add(new Receipt.Confirmation(service, at));
            last = at != null && at.isAfter(last) ? at : last;
        }
        boolean complete = confirmed.keySet().containsAll(SERVICES);
        return new Receipt(id, begun.person(), begun.at(), complete ? last : null, List.copyOf(services));
    }

    private static Instant instant(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class));
    }

    private record Begun(PersonId person, Instant at) {}
}
