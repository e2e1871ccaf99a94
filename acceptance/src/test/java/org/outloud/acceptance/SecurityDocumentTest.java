package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md says to be tested is tested. */
class SecurityDocumentTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+Test)\\.([a-z][A-Za-z]+)`");

    @Test
    void everyTestThatTheDocumentNamesExists() throws IOException {
        List<MatchResult> named = NAMED.matcher(Files.readString(REPOSITORY.resolve("docs/security.md")))
                .results()
                .toList();
        List<String> missing = new ArrayList<>();
        for (MatchResult test : named) {
            if (!exists(test.group(1), test.group(2))) {
                missing.add(test.group());
            }
        }

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(missing).isEmpty();
    }

    private static boolean exists(String type, String method) throws IOException {
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            for (Path module : modules.toList()) {
                Path tests = module.resolve("src/test/java");
                if (Files.isDirectory(tests) && holds(tests, type + ".java", "void " + method + "(")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(Path tests, String name, String text) throws IOException {
        try (Stream<Path> files = Files.find(
                tests, 20, (path, attributes) -> path.getFileName().toString().equals(name))) {
            for (Path file : files.toList()) {
                if (Files.readString(file).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
