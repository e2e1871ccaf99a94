package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/asvs.md speaks of every requirement once, and what it names as evidence exists. */
class AsvsDocumentTest {

    private static final Path DOCUMENT = NamedTests.REPOSITORY.resolve("docs/asvs.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+[\\d., ]*) \\| ([a-z ]+) \\| (.+) \\|$");
    private static final Pattern FILE = Pattern.compile("`([a-z][a-zA-Z-]*(?:/[\\w.-]+)+|[a-z-]+\\.(?:yml|xml))`");
    private static final Pattern LINK = Pattern.compile("\\]\\(((?!https?:)[^)#]+)(?:#[^)]*)?\\)");

    /** Levels 1 and 2 of version 5.0.0: how many each section has; those of level 3 stand behind them. */
    private static final Map<String, Integer> REQUIRED = Map.ofEntries(
            Map.entry("1.1", 2),
            Map.entry("1.2", 9),
            Map.entry("1.3", 11),
            Map.entry("1.4", 3),
            Map.entry("1.5", 2),
            Map.entry("2.1", 3),
            Map.entry("2.2", 3),
            Map.entry("2.3", 4),
            Map.entry("2.4", 1),
            Map.entry("3.2", 2),
            Map.entry("3.3", 4),
            Map.entry("3.4", 6),
            Map.entry("3.5", 5),
            Map.entry("3.7", 2),
            Map.entry("4.1", 3),
            Map.entry("4.2", 1),
            Map.entry("4.3", 2),
            Map.entry("4.4", 4),
            Map.entry("5.1", 1),
            Map.entry("5.2", 3),
            Map.entry("5.3", 2),
            Map.entry("5.4", 3),
            Map.entry("6.1", 3),
            Map.entry("6.2", 12),
            Map.entry("6.3", 4),
            Map.entry("6.4", 4),
            Map.entry("6.5", 5),
            Map.entry("6.6", 3),
            Map.entry("6.8", 4),
            Map.entry("7.1", 3),
            Map.entry("7.2", 4),
            Map.entry("7.3", 2),
            Map.entry("7.4", 5),
            Map.entry("7.5", 2),
            Map.entry("7.6", 2),
            Map.entry("8.1", 2),
            Map.entry("8.2", 3),
            Map.entry("8.3", 1),
            Map.entry("8.4", 1),
            Map.entry("9.1", 3),
            Map.entry("9.2", 4),
            Map.entry("10.1", 2),
            Map.entry("10.2", 2),
            Map.entry("10.3", 4),
            Map.entry("10.4", 11),
            Map.entry("10.5", 5),
            Map.entry("10.6", 2),
            Map.entry("10.7", 3),
            Map.entry("11.1", 2),
            Map.entry("11.2", 3),
            Map.entry("11.3", 3),
            Map.entry("11.4", 4),
            Map.entry("11.5", 1),
            Map.entry("11.6", 1),
            Map.entry("12.1", 3),
            Map.entry("12.2", 2),
            Map.entry("12.3", 4),
            Map.entry("13.1", 1),
            Map.entry("13.2", 5),
            Map.entry("13.3", 2),
            Map.entry("13.4", 5),
            Map.entry("14.1", 2),
            Map.entry("14.2", 4),
            Map.entry("14.3", 3),
            Map.entry("15.1", 3),
            Map.entry("15.2", 3),
            Map.entry("15.3", 7),
            Map.entry("16.1", 1),
            Map.entry("16.2", 5),
            Map.entry("16.3", 4),
            Map.entry("16.4", 3),
            Map.entry("16.5", 3),
            Map.entry("17.1", 1),
            Map.entry("17.2", 4),
            Map.entry("17.3", 2));

    @Test
    void everyRequirementOfLevelTwoIsSpokenOfOnce() throws IOException {
        List<String> spokenOf = rows().flatMap(row -> Arrays.stream(row.group(1).split(", ", -1)))
                .toList();
        List<String> required = REQUIRED.entrySet().stream()
                .flatMap(section -> IntStream.rangeClosed(1, section.getValue())
                        .mapToObj(number -> section.getKey() + "." + number))
                .toList();

        assertThat(required).hasSize(253);
        assertThat(spokenOf).containsExactlyInAnyOrderElementsOf(required);
        assertThat(rows().map(row -> row.group(2))).isSubsetOf(Set.of("holds", "does not apply", "falls short"));
    }

    @Test
    void whatItNamesExists() throws IOException {
        String document = Files.readString(DOCUMENT);
        List<String> missing = new ArrayList<>(NamedTests.missingIn(DOCUMENT));
        Stream.concat(
                        FILE.matcher(document).results().map(file -> NamedTests.REPOSITORY.resolve(file.group(1))),
                        LINK.matcher(document)
                                .results()
                                .map(file ->
                                        DOCUMENT.resolveSibling(file.group(1)).normalize()))
                .filter(file -> !Files.exists(file))
                .forEach(file -> missing.add(file.toString()));

        assertThat(missing).isEmpty();
    }

    private static Stream<MatchResult> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.matches("\\| \\d.*"))
                .map(line -> {
                    var row = ROW.matcher(line);
                    assertThat(row.matches()).as(line).isTrue();
                    return row.toMatchResult();
                });
    }
}
