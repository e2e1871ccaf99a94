package org.outloud.community;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.outloud.platform.testing.HouseRules;
import org.springframework.http.HttpStatus;

class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super(
                "org.outloud.community",
                "Community|Membership|Standing|Details|EntryDetails|Imported|FindingGaps|FindingOverlaps");
    }

    @Test
    void refusalsAreNamedAndNotNumbered() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(HttpStatus.class)
                .because("a rule refuses with a problem of its own, and only the edge knows HTTP")
                .check(service);
    }
}
