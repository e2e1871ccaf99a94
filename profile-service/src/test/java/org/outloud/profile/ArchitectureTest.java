package org.outloud.profile;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Repository;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.outloud.profile");

    @Test
    void noOtherServiceIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.outloud.feed..", "org.outloud.community..", "org.outloud.gateway..")
                .because("what a service needs of another arrives as an event and is kept in its own tables")
                .check(SERVICE);
    }

    @Test
    void capabilitiesDependOnEachOtherInOneDirection() {
        slices().matching("org.outloud.profile.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a capability must be understood without those that build on it")
                .check(SERVICE);
    }

    @Test
    void nothingBlocks() {
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("block(First|Last|Optional)?|toIterable|toStream"))
                        .and(target(owner(JavaClass.Predicates.resideInAPackage("reactor..")))))
                .because("a blocked event loop stands still for everybody")
                .check(SERVICE);
    }

    @Test
    void thePersonAndItsRulesKnowNoHttpAndNoDatabase() {
        noClasses()
                .that()
                .haveNameMatching(".*\\.person\\.(Person|Profile|ProfileEdit|ProfilePolicy|Account|HrRecord|Faults)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "io.r2dbc..", "reactor..")
                .because("rules are read and tested without a server")
                .check(SERVICE);
    }

    @Test
    void onlyRepositoriesSpeakToTheDatabase() {
        noClasses()
                .that()
                .areNotAnnotatedWith(Repository.class)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.r2dbc.core.DatabaseClient")
                .because("SQL is kept beside its collection and nowhere else")
                .check(SERVICE);
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
                .check(SERVICE);
    }
}
