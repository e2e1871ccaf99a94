package org.outloud.gateway;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.outloud.gateway");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.outloud.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that can be read alone can be changed alone")
                .check(classes);
    }

    @Test
    void nobodyWaits() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(assignableTo(Mono.class).or(assignableTo(Flux.class))))
                        .and(target(nameStartingWith("block"))))
                .because("a thread that waits here keeps hundreds of other requests waiting")
                .check(classes);
    }

    @Test
    void theGatewayHoldsNoDomain() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.outloud.contracts..", "org.outloud.platform..")
                .because("a gateway that knows what passes through it has to change with it")
                .check(classes);
    }
}
