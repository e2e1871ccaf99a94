package org.outloud.community.history;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sheet.Sheet;
import org.outloud.community.sql.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How files were written that became imports. */
@Repository
class InventoryFiles {

    /** What was found out about a file. */
    record Written(String charset, @Nullable String separator, List<String> ignored) {}

    private final DatabaseClient database;

    InventoryFiles(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> keep(UUID job, Sheet sheet) {
        DatabaseClient.GenericExecuteSpec keep = database.sql(
                        "insert into inventory_file (job_id, charset, separator, ignored)"
                                + " values (:job, :charset, :separator, :ignored)")
                .bind("job", job)
                .bind("charset", sheet.charset())
                .bind("ignored", sheet.ignored().toArray(String[]::new));
        return (sheet.separator() == null
                        ? keep.bindNull("separator", String.class)
                        : keep.bind("separator", sheet.separator()))
                .then();
    }

    Mono<Written> find(UUID job) {
        return database.sql("select charset, separator, ignored from inventory_file where job_id = :job")
                .bind("job", job)
                .map(row -> new Written(
                        Columns.get(row, "charset", String.class),
                        row.get("separator", String.class),
                        Arrays.asList(Columns.get(row, "ignored", String[].class))))
                .one();
    }
}
