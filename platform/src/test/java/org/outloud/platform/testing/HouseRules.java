package org.outloud.platform.testing;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Repository;

/** What every service of the house obeys, each rule with its reason; a service's own architecture test adds to them. */
public abstract class HouseRules {

    private static final List<String> SERVICES =
            List.of("org.outloud.profile", "org.outloud.feed", "org.outloud.community", "org.outloud.gateway");

    /** The production code of the service. */
    protected final JavaClasses service;

    private final String root;
    private final String rules;

    /**
     * Rules for the code below a root package.
     *
     * @param rules simple names of the types that only decide, as alternatives of a regular expression; policies always do
     */
    protected HouseRules(String root, String rules) {
        this.root = root;
        this.rules = rules;
        service = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    @Test
    void noOtherServiceIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others())
                .because("what a service needs of another arrives as an event, so that each can be down alone")
                .check(service);
    }

    @Test
    void nothingBlocks() {
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("block(First|Last|Optional)?|toIterable|toStream"))
                        .and(target(owner(resideInAPackage("reactor..")))))
                .because("a blocked event loop stops every request that it serves")
                .check(service);
    }

    @Test
    void capabilitiesDependOnEachOtherInOneDirection() {
        slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("capabilities that need each other in a circle cannot be understood or changed alone")
                .check(service);
    }

    @Test
    void whatDecidesKnowsNoHttpAndNoDatabase() {
        noClasses()
                .that()
                .haveNameMatching(".*\\.(\\w+Policy|" + rules + ")")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "io.r2dbc..", "reactor..")
                .because("rules are read and tested without a server")
                .check(service);
    }

    @Test
    void onlyRepositoriesSpeakToTheDatabase() {
        noClasses()
                .that()
                .areNotAnnotatedWith(Repository.class)
                .and()
                .haveSimpleNameNotEndingWith("Positional")
                .and()
                .resideOutsideOfPackage("..sql")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.r2dbc.core.DatabaseClient")
                .because("SQL is kept beside its collection and nowhere else")
                .check(service);
    }

    private String[] others() {
        return SERVICES.stream()
                .filter(other -> !other.equals(root))
                .flatMap(other -> Stream.of(other, other + ".."))
                .toArray(String[]::new);
    }
}
