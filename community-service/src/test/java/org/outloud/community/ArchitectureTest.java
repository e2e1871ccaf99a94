package org.outloud.community;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;

class ArchitectureTest {

    private static final Set<String> BLOCKING =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "toIterable", "toStream");

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.outloud.community");

    @Test
    void noOtherServiceIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.outloud.feed..", "org.outloud.profile..", "org.outloud.gateway..")
                .because("what a service needs of another arrives as an event and is kept in its own tables")
                .check(SERVICE);
    }

    @Test
    void capabilitiesDependOnEachOtherInOneDirection() {
        slices().matching("org.outloud.community.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a capability must be understood without those that build on it")
                .check(SERVICE);
    }

    @Test
    void nothingBlocks() {
        noClasses()
                .should()
                .callMethodWhere(blockingCall())
                .because("a blocked event loop stands still for everybody")
                .check(SERVICE);
    }

    @Test
    void aggregatesAndPoliciesKnowNoHttpAndNoDatabase() {
        noClasses()
                .that()
                .haveNameMatching(".*\\.(Community|Membership|Standing|Details|EntryDetails|Imported|\\w+Policy)")
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
                .and()
                .resideOutsideOfPackage("org.outloud.community.sql")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.r2dbc.core.DatabaseClient")
                .because("SQL is kept beside its collection and nowhere else")
                .check(SERVICE);
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
                .check(SERVICE);
    }

    private static DescribedPredicate<JavaCall<?>> blockingCall() {
        return DescribedPredicate.describe(
                "a call that waits for a publisher",
                call -> BLOCKING.contains(call.getTarget().getName())
                        && call.getTargetOwner().getPackageName().startsWith("reactor."));
    }
}
