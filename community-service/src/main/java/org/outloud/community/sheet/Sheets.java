package org.outloud.community.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens tables that people send. They lie in a temporary file meanwhile, so that memory does not depend on their size;
 * what is read of them is bounded in bytes, rows, columns and cells.
 */
@Component
public class Sheets {

    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final long MOST_ROWS = 100_000;

    private final JsonMapper json;

    Sheets(JsonMapper json) {
        this.json = json;
    }

    /**
     * Lets something read a table that is sent.
     *
     * @param columns names of the columns that mean anything
     */
    public <T> Mono<T> reading(
            Flux<DataBuffer> sent, boolean isJson, List<String> columns, Function<Sheet, Mono<T>> reader) {
        return Mono.usingWhen(
                onWorker(() -> Files.createTempFile("sheet", null)),
                file -> DataBufferUtils.write(bounded(sent), file)
                        .then(onWorker(() -> open(TextFile.open(file), isJson, columns)))
                        .flatMap(reader),
                file -> onWorker(() -> Files.deleteIfExists(file)));
    }

    private static <T> Mono<T> onWorker(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private static Flux<DataBuffer> bounded(Flux<DataBuffer> sent) {
        return Flux.defer(() -> {
            AtomicLong bytes = new AtomicLong();
            return sent.handle((DataBuffer buffer, SynchronousSink<DataBuffer> sink) -> {
                if (bytes.addAndGet(buffer.readableByteCount()) > MOST_BYTES) {
                    DataBufferUtils.release(buffer);
                    sink.error(new DataBufferLimitException("A sheet of more than " + MOST_BYTES + " bytes"));
                } else {
                    sink.next(buffer);
                }
            });
        });
    }

    private Sheet open(TextFile file, boolean isJson, List<String> columns) throws IOException {
        String charset = file.charset().name();
        if (isJson) {
            new JsonSheet(file, json).close();
            return new Sheet(charset, null, List.of(), rows(() -> new JsonSheet(file, json), JsonSheet::next));
        }
        try (CsvSheet csv = new CsvSheet(file, columns)) {
            return new Sheet(
                    charset, csv.separator(), csv.ignored(), rows(() -> new CsvSheet(file, columns), CsvSheet::next));
        }
    }

    private static <S extends Closeable> Flux<SheetRow> rows(
            Callable<S> opening, Function<S, @Nullable SheetRow> reading) {
        return Flux.<SheetRow, S>generate(
                        opening,
                        (sheet, sink) -> {
                            SheetRow row = reading.apply(sheet);
                            if (row == null) {
                                sink.complete();
                            } else {
                                sink.next(row);
                            }
                            return sheet;
                        },
                        Sheets::close)
                .doOnNext(Sheets::checkCount)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static void checkCount(SheetRow row) {
        if (row.number() > MOST_ROWS) {
            throw TextFile.refused("too-many-rows", "At most " + MOST_ROWS + " rows at once.");
        }
    }

    private static void close(Closeable sheet) {
        try {
            sheet.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
