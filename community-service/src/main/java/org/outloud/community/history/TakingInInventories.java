package org.outloud.community.history;

import java.time.Duration;
import java.util.UUID;
import org.outloud.community.inventory.InventoryColumn;
import org.outloud.community.inventory.InventoryPolicy;
import org.outloud.community.sheet.Sheets;
import org.outloud.platform.imports.Imports;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Taking a file in: every row of it is kept before anything is applied, and from then on nothing depends on the client. */
@Service
class TakingInInventories {

    private final Sheets sheets;
    private final InventoryFile file;
    private final InventoryFiles files;
    private final Imports imports;

    TakingInInventories(Sheets sheets, InventoryFile file, InventoryFiles files, Imports imports) {
        this.sheets = sheets;
        this.file = file;
        this.files = files;
        this.imports = imports;
    }

    /** Receives a file; answers its import. */
    Mono<UUID> receive(Caller caller, Flux<DataBuffer> sent, boolean isJson, boolean dryRun) {
        InventoryPolicy.mayEnter(caller);
        return sheets.reading(
                sent,
                isJson,
                InventoryColumn.titles(),
                sheet -> imports.receive(
                                InventoryRows.KIND,
                                dryRun,
                                caller.id(),
                                sheet.rows().map(file::line))
                        .flatMap(id -> files.keep(id, sheet).thenReturn(id)));
    }

    /** How far an import is, once it has ended or patience has; absent to everybody but who began it. */
    Mono<InventoryReport> report(Caller caller, UUID id, int mostRejections, Duration patience) {
        InventoryPolicy.mayEnter(caller);
        return imports.ended(InventoryRows.KIND, id, caller.id(), mostRejections, patience)
                .zipWith(files.find(id).switchIfEmpty(Mono.error(Absent::new)), InventoryReport::of);
    }
}
