package org.outloud.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.outloud.standalone");

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.outloud.standalone.(*)..")
                .should()
                .beFreeOfCycles()
                .because("processes can be understood without knowing which parts Outloud has")
                .check(CLASSES);
    }

    @Test
    void onlyTheConsolePrints() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Console")
                .and()
                .resideOutsideOfPackage("org.outloud.standalone.demo..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("one place decides what a terminal shows and what a file gets")
                .check(CLASSES);
    }

    @Test
    void thereIsNoSpringInTheLauncher() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("the launcher must start at once and stay small")
                .check(CLASSES);
    }
}
