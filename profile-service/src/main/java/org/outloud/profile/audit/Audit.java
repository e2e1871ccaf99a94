package org.outloud.profile.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Page;
import org.outloud.platform.security.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Everything that was done to people by others. It is only ever added to; the database refuses anything else. */
@Repository
public class Audit {

    private static final String TECHNICAL = "service-account-";
    private static final String ADD = """
            insert into audit (id, at, actor, act, person, fields) values (:id, now(), :actor, :act, :person, :fields)
            """;

    /**
     * One thing that was done.
     *
     * @param actor a person's id, or the client id of a technical account
     * @param fields names of what was changed
     */
    record Entry(
            UUID id,
            Instant at,
            String actor,
            String act,
            @Nullable PersonId person,
            List<String> fields) {

        Cursor place() {
            return new Cursor.At(at, id);
        }
    }

    private final DatabaseClient database;

    Audit(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps what a person did. */
    public Mono<Void> record(Caller actor, Act act, @Nullable PersonId person) {
        return add(actor.id().toString(), act, person, List.of());
    }

    /** Keeps what a technical account does to a person, if it is one that acts here; HR's system is. */
    public Mono<Void> recordTechnical(Act act, PersonId person, List<String> fields) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .ofType(JwtAuthenticationToken.class)
                .mapNotNull(Audit::technicalAccount)
                .flatMap(client -> add(client, act, person, fields));
    }

    private static @Nullable String technicalAccount(JwtAuthenticationToken authentication) {
        String userName = authentication.getToken().getClaimAsString("preferred_username");
        if (userName == null) {
            return authentication.getToken().getClaimAsString("azp");
        }
        return userName.startsWith(TECHNICAL) ? userName.substring(TECHNICAL.length()) : null;
    }

    private Mono<Void> add(String actor, Act act, @Nullable PersonId person, List<String> fields) {
        DatabaseClient.GenericExecuteSpec add = database.sql(ADD)
                .bind("id", UuidCreator.getTimeOrderedEpochPlus1())
                .bind("actor", actor)
                .bind("act", act.word())
                .bind("fields", fields.toArray(String[]::new));
        add = person == null ? add.bindNull("person", UUID.class) : add.bind("person", person.value());
        return add.then();
    }

    /** What was done, the latest first. */
    Mono<Page<Entry>> list(@Nullable PersonId person, @Nullable String actor, Cursor.@Nullable At after, int limit) {
        Map<String, Object> values = new HashMap<>(Map.of("most", limit + 1));
        StringJoiner conditions = new StringJoiner(" and ", "where ", " ").setEmptyValue("");
        if (person != null) {
            conditions.add("person = :person");
            values.put("person", person.value());
        }
        if (actor != null) {
            conditions.add("actor = :actor");
            values.put("actor", actor);
        }
        if (after != null) {
            conditions.add("(at, id) < (:at, :id)");
            values.put("at", after.time());
            values.put("id", after.id());
        }
        return database.sql("select id, at, actor, act, person, fields from audit " + conditions
                        + "order by at desc, id desc limit :most")
                .bindValues(values)
                .map(Audit::toEntry)
                .all()
                .collectList()
                .map(read -> Page.of(read, limit, Entry::place));
    }

    private static Entry toEntry(Readable row) {
        UUID person = row.get("person", UUID.class);
        return new Entry(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("at", Instant.class)),
                Objects.requireNonNull(row.get("actor", String.class)),
                Objects.requireNonNull(row.get("act", String.class)),
                person == null ? null : new PersonId(person),
                Arrays.asList(Objects.requireNonNull(row.get("fields", String[].class))));
    }
}
