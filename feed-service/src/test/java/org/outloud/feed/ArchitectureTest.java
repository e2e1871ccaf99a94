package org.outloud.feed;

import org.outloud.platform.testing.HouseRules;

class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super("org.outloud.feed", "Audience|SearchTerms|Expression|Decision");
    }
}
