package org.outloud.profile.network;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.BlockChanged;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Page;
import org.outloud.profile.directory.PersonSummary;
import org.outloud.profile.directory.Summaries;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who muted and who blocked whom. */
@Repository
class Blocks {

    /** Of people who are there, all but those who blocked the one who asks: to them they do not exist. */
    private static final String REACHABLE = """
            select exists (select from person where id = :other)
              and not exists (select from block
                where blocker = :other and blocked = :self and blocked_at is not null)
            """;

    private static final String BEGIN = """
            insert into block (blocker, blocked, %1$s, version) values (:self, :other, now(), 1)
            on conflict (blocker, blocked) do update
              set %1$s = excluded.%1$s, version = block.version + 1
              where block.%1$s is null
            returning blocker, blocked, muted_at is not null as mutes, blocked_at is not null as blocks, version, now() as at
            """;
    private static final String END = """
            update block set %1$s = null, version = version + 1
            where blocker = :self and blocked = :other and %1$s is not null
            returning blocker, blocked, muted_at is not null as mutes, blocked_at is not null as blocks, version, now() as at
            """;
    private static final String FORGET = """
            delete from block where blocker = :person or blocked = :person
            returning blocker, blocked, false as mutes, false as blocks, version + 1 as version, now() as at
            """;
    private static final String LIST = """
            select %2$s, b.%1$s as since from block b join person p on p.id = b.blocked
            where b.blocker = :viewer and b.%1$s is not null and (b.%1$s, b.blocked) < (:before, :beforeId)
            order by b.%1$s desc, b.blocked desc limit :most
            """;

    private final DatabaseClient database;

    Blocks(DatabaseClient database) {
        this.database = database;
    }

    /** Whether one may keep another at a distance: there is such a person, as far as one can know. */
    Mono<Boolean> reachable(PersonId self, PersonId other) {
        return database.sql(REACHABLE)
                .bind("self", self.value())
                .bind("other", other.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** Begins to keep the distance; empty when it is kept already. */
    Mono<BlockChanged> begin(PersonId self, PersonId other, Distance distance) {
        return change(BEGIN, self, other, distance);
    }

    /** Ceases to; empty when it was not kept. */
    Mono<BlockChanged> end(PersonId self, PersonId other, Distance distance) {
        return change(END, self, other, distance);
    }

    private Mono<BlockChanged> change(String statement, PersonId self, PersonId other, Distance distance) {
        return database.sql(statement.formatted(distance.column()))
                .bind("self", self.value())
                .bind("other", other.value())
                .map(Blocks::toEvent)
                .one();
    }

    /** Forgets every distance that a person keeps or is kept at; answers them as ended. */
    Mono<List<BlockChanged>> forget(PersonId person) {
        return database.sql(FORGET)
                .bind("person", person.value())
                .map(Blocks::toEvent)
                .all()
                .collectList();
    }

    /** Whom the viewer keeps at this distance, the latest first. */
    Mono<Page<PersonSummary>> list(PersonId viewer, Distance distance, Cursor.@Nullable At after, int limit) {
        Cursor.At before = Dated.before(after);
        return database.sql(LIST.formatted(distance.column(), Summaries.COLUMNS))
                .bind("viewer", viewer.value())
                .bind("before", before.time())
                .bind("beforeId", before.id())
                .bind("most", limit + 1)
                .map(Dated::of)
                .all()
                .collectList()
                .map(read -> Dated.page(read, limit));
    }

    static BlockChanged toEvent(Readable row) {
        return new BlockChanged(
                new PersonId(get(row, "blocker", UUID.class)),
                new PersonId(get(row, "blocked", UUID.class)),
                get(row, "mutes", Boolean.class),
                get(row, "blocks", Boolean.class),
                get(row, "version", Long.class),
                get(row, "at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
