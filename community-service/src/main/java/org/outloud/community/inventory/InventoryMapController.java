package org.outloud.community.inventory;

import java.util.List;
import org.outloud.community.inventory.InventoryMap.Day;
import org.outloud.community.inventory.InventoryMap.Domain;
import org.outloud.platform.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The inventory by domain over HTTP, for everybody: of what they may know of. */
@RestController
class InventoryMapController {

    private static final int MOST_DOMAINS = 200;
    private static final int DAYS = 366;

    /** Domains, the one with most people first; days, oldest first. */
    record Mapped(List<Domain> domains, List<Day> days) {}

    private final InventoryMap map;

    InventoryMapController(InventoryMap map) {
        this.map = map;
    }

    @GetMapping("/api/v1/inventory/map")
    Mono<Mapped> map(Caller caller) {
        return Mono.zip(map.domains(caller.id(), MOST_DOMAINS), map.days(DAYS), Mapped::new);
    }
}
