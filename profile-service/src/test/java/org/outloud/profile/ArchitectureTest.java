package org.outloud.profile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.outloud.platform.testing.HouseRules;

class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super("org.outloud.profile", "Person|Profile|ProfileEdit|Account|HrRecord|Faults");
    }

    @Test
    void onlyScimKnowsTheScimLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.outloud.profile.scim..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.unboundid..")
                .because("HR's protocol is one way in among others and shapes nothing but its own package")
                .check(service);
    }
}
