package org.outloud.feed;

import org.junit.jupiter.api.Test;
import org.outloud.platform.testing.HouseRules;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheHouseRules() {
        HouseRules.check("org.outloud.feed");
    }
}
