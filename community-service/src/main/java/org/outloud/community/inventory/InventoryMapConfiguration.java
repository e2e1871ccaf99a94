package org.outloud.community.inventory;

import java.time.Duration;
import org.outloud.platform.recurring.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts the inventory, so that a day's count is that of its last minutes. */
@Configuration(proxyBeanMethods = false)
class InventoryMapConfiguration {

    private static final Duration EVERY = Duration.ofMinutes(5);

    @Bean
    Recurring countingTheInventory(InventoryMap map) {
        return new Recurring("Counting the inventory", EVERY, map::count);
    }
}
