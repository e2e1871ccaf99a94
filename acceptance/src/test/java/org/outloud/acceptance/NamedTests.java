package org.outloud.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests that a document names as its evidence, as {@code SomeTest.aFact}. */
final class NamedTests {

    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+Test)\\.([a-z][A-Za-z]+)`");

    private NamedTests() {}

    static List<MatchResult> in(Path document) throws IOException {
        return NAMED.matcher(Files.readString(document)).results().toList();
    }

    static List<String> missingIn(Path document) throws IOException {
        List<String> missing = new ArrayList<>();
        for (MatchResult test : in(document)) {
            if (!exists(test.group(1), test.group(2))) {
                missing.add(test.group());
            }
        }
        return missing;
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
