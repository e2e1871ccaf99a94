package org.outloud.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Set<String> ENVELOPE = Set.of("Event", "EventType", "Topics", "PersonId");

    @Test
    void thePlatformKnowsNoDomainType() {
        JavaClasses platform = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.outloud.platform");
        noClasses()
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("are of the business") {
                    @Override
                    public boolean test(JavaClass type) {
                        boolean ours = type.getPackageName().startsWith("org.outloud");
                        boolean platform = type.getPackageName().startsWith("org.outloud.platform");
                        return ours && !platform && !ENVELOPE.contains(type.getSimpleName());
                    }
                })
                .because("what every service shares must not change when one service's business does; it knows the"
                        + " envelope of an event and who is calling")
                .check(platform);
    }
}
