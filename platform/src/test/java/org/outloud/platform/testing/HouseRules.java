package org.outloud.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;

/** What every service of the house obeys, each rule with its reason. */
public final class HouseRules {

    private static final List<String> SERVICES =
            List.of("org.outloud.profile", "org.outloud.feed", "org.outloud.community", "org.outloud.gateway");

    private HouseRules() {}

    /** Checks the production code below a service's root package. */
    public static void check(String root) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others(root))
                .because("what a service needs of another arrives as an event, so that each can be down alone")
                .check(classes);
        noClasses()
                .should()
                .callMethod(reactor.core.publisher.Mono.class, "block")
                .orShould()
                .callMethod(reactor.core.publisher.Mono.class, "block", java.time.Duration.class)
                .orShould()
                .callMethod(reactor.core.publisher.Flux.class, "blockFirst")
                .orShould()
                .callMethod(reactor.core.publisher.Flux.class, "blockLast")
                .because("a blocked event loop stops every request that it serves")
                .check(classes);
        slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("capabilities that need each other in a circle cannot be understood or changed alone")
                .check(classes);
    }

    private static String[] others(String root) {
        return SERVICES.stream()
                .filter(service -> !service.equals(root))
                .flatMap(service -> Stream.of(service, service + ".."))
                .toArray(String[]::new);
    }
}
