package org.outloud.platform.imports;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Imports, their waiting lines and their rejections. */
final class ImportJobs {

    /** A job with lines to apply, held by the reader's transaction so that no other instance works on it. */
    record Work(UUID id, String kind, boolean dryRun, PersonId owner) {}

    /** A received line: its place, its phase and its text. */
    record Received(long line, int phase, String body) {}

    private static final String FIND = """
            select j.*,
              (select count(*) from import_rejection r where r.job_id = j.id) as rejected_count,
              (select count(*) from import_line l where l.job_id = j.id) as waiting
            from import_job j where j.id = :id
            """;
    private static final String REJECTIONS = """
            select line, field, code, detail from import_rejection where job_id = :id order by line, field limit :most
            """;
    private static final String CLAIM = """
            select id, kind, dry_run, owner from import_job
            where state = 'running' order by started_at for update skip locked limit 1
            """;
    private static final String LINES = """
            select line, phase, body from import_line
            where job_id = :id and phase = (select min(phase) from import_line where job_id = :id) and line > :after
            order by line limit :most
            """;

    /** As many rejections as an answer names. */
    private static final int SHOWN = 1000;

    private final DatabaseClient database;

    ImportJobs(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> open(UUID id, String kind, boolean dryRun, PersonId owner) {
        return database.sql("insert into import_job (id, kind, dry_run, state, owner)"
                        + " values (:id, :kind, :dryRun, 'receiving', :owner)")
                .bind("id", id)
                .bind("kind", kind)
                .bind("dryRun", dryRun)
                .bind("owner", owner.value())
                .then();
    }

    Mono<Void> receive(UUID id, List<Received> lines, List<ImportJob.RejectedLine> rejected) {
        return database.sql("""
                        insert into import_line (job_id, line, phase, body)
                        select :id, l.line, l.phase, l.body
                        from unnest(:lines::bigint[], :phases::int[], :bodies::text[]) as l (line, phase, body)
                        """)
                .bind("id", id)
                .bind("lines", lines.stream().map(Received::line).toArray(Long[]::new))
                .bind("phases", lines.stream().map(Received::phase).toArray(Integer[]::new))
                .bind("bodies", lines.stream().map(Received::body).toArray(String[]::new))
                .then()
                .then(reject(id, rejected))
                .then(database.sql("update import_job set read = read + :n where id = :id")
                        .bind("n", lines.size() + rejected.size())
                        .bind("id", id)
                        .then());
    }

    Mono<Void> run(UUID id) {
        return database.sql("update import_job set state = 'running' where id = :id")
                .bind("id", id)
                .then();
    }

    Mono<Void> end(UUID id) {
        return database.sql("update import_job set state = 'done', ended_at = now() where id = :id")
                .bind("id", id)
                .then();
    }

    Mono<Void> fail(UUID id, String problem) {
        return database.sql(
                        "update import_job set state = 'failed', problem = :problem, ended_at = now() where id = :id")
                .bind("problem", problem)
                .bind("id", id)
                .then()
                .then(forgetLines(id));
    }

    Mono<Void> forgetLines(UUID id) {
        return database.sql("delete from import_line where job_id = :id")
                .bind("id", id)
                .then();
    }

    Mono<Work> claim() {
        return database.sql(CLAIM)
                .map(row -> new Work(
                        get(row, "id", UUID.class),
                        get(row, "kind", String.class),
                        get(row, "dry_run", Boolean.class),
                        new PersonId(get(row, "owner", UUID.class))))
                .one();
    }

    /** Waiting lines of the first phase that has any, behind a line. */
    Mono<List<Received>> lines(UUID id, long after, int most) {
        return database.sql(LINES)
                .bind("id", id)
                .bind("after", after)
                .bind("most", most)
                .map(row -> new Received(
                        get(row, "line", Long.class), get(row, "phase", Integer.class), get(row, "body", String.class)))
                .all()
                .collectList();
    }

    Mono<Void> count(UUID id, long created, long updated, long unchanged) {
        return database.sql("""
                        update import_job set created = created + :created, updated = updated + :updated,
                          unchanged = unchanged + :unchanged where id = :id
                        """)
                .bind("created", created)
                .bind("updated", updated)
                .bind("unchanged", unchanged)
                .bind("id", id)
                .then();
    }

    /** Writes the report of a rehearsal over the job that was rolled back to its beginning. */
    Mono<Void> keepReport(ImportJob report) {
        return count(report.id(), report.created(), report.updated(), report.unchanged())
                .then(reject(report.id(), report.rejected()))
                .then(forgetLines(report.id()))
                .then(end(report.id()));
    }

    Mono<Void> applied(UUID id, int phase, List<Long> lines) {
        return database.sql("delete from import_line where job_id = :id and phase = :phase and line = any(:lines)")
                .bind("id", id)
                .bind("phase", phase)
                .bind("lines", lines.toArray(Long[]::new))
                .then();
    }

    Mono<Void> reject(UUID id, List<ImportJob.RejectedLine> rejected) {
        if (rejected.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                        insert into import_rejection (job_id, line, field, code, detail)
                        select :id, r.line, r.field, r.code, r.detail
                        from unnest(:lines::bigint[], :fields::text[], :codes::text[], :details::text[])
                          as r (line, field, code, detail)
                        on conflict do nothing
                        """)
                .bind("id", id)
                .bind(
                        "lines",
                        rejected.stream().map(ImportJob.RejectedLine::line).toArray(Long[]::new))
                .bind(
                        "fields",
                        rejected.stream().map(ImportJob.RejectedLine::field).toArray(String[]::new))
                .bind(
                        "codes",
                        rejected.stream().map(ImportJob.RejectedLine::code).toArray(String[]::new))
                .bind(
                        "details",
                        rejected.stream().map(ImportJob.RejectedLine::detail).toArray(String[]::new))
                .then();
    }

    Mono<ImportJob> find(UUID id) {
        return find(id, SHOWN);
    }

    /** A job that somebody began themselves. */
    Mono<ImportJob> find(String kind, UUID id, PersonId owner, int mostRejections) {
        return database.sql("select id from import_job where id = :id and kind = :kind and owner = :owner")
                .bind("id", id)
                .bind("kind", kind)
                .bind("owner", owner.value())
                .mapValue(UUID.class)
                .one()
                .flatMap(found -> find(found, mostRejections));
    }

    Mono<ImportJob> find(UUID id, int mostRejections) {
        Mono<List<ImportJob.RejectedLine>> rejections = database.sql(REJECTIONS)
                .bind("id", id)
                .bind("most", mostRejections)
                .map(row -> new ImportJob.RejectedLine(
                        get(row, "line", Long.class),
                        get(row, "field", String.class),
                        get(row, "code", String.class),
                        get(row, "detail", String.class)))
                .all()
                .collectList();
        return rejections.flatMap(rejected -> database.sql(FIND)
                .bind("id", id)
                .map(row -> toJob(row, rejected))
                .one());
    }

    private static ImportJob toJob(Readable row, List<ImportJob.RejectedLine> rejected) {
        long read = get(row, "read", Long.class);
        return new ImportJob(
                get(row, "id", UUID.class),
                get(row, "kind", String.class),
                get(row, "dry_run", Boolean.class),
                get(row, "state", String.class),
                read,
                read - get(row, "waiting", Long.class),
                get(row, "created", Long.class),
                get(row, "updated", Long.class),
                get(row, "unchanged", Long.class),
                get(row, "rejected_count", Long.class),
                rejected,
                row.get("problem", String.class),
                get(row, "started_at", Instant.class),
                row.get("ended_at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
