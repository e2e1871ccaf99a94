package org.outloud.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private FakeOutloud outloud;

    @BeforeEach
    void start() throws IOException {
        outloud = new FakeOutloud();
    }

    @AfterEach
    void stop() {
        outloud.close();
    }

    @Test
    void everybodyMovesIn() {
        assertThat(load("--people", "30")).isZero();
        assertThat(outloud.accounts).hasSize(30);
        assertThat(outloud.people).hasSize(35).containsKeys("ada", "bo", "carla", "dev", "admin");
        assertThat(said()).contains("30 accounts: 30 new, 0 unchanged").contains("30 people: 30 new, 0 unchanged");
        assertThat(said()).contains("5 demo accounts: 5 new").contains("65 communities: 65 new");
        assertThat(outloud.lines.values()).anyMatch(line -> line.startsWith("{\"type\":\"follow\",\"from\":"));
    }

    @Test
    void peopleNameTheirSuperiors() {
        load("--people", "30");
        String enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
        assertThat(outloud.people.values().stream()
                        .map(person -> person.path(enterprise)
                                .path("manager")
                                .path("value")
                                .asString(""))
                        .filter(manager -> !manager.isEmpty()))
                .hasSizeGreaterThan(10)
                .allMatch(manager -> outloud.people.containsKey(manager.substring("id-".length())));
    }

    @Test
    void movingInTwiceDoublesNothing() {
        load("--people", "30");
        int lines = outloud.lines.size();
        out.reset();
        assertThat(load("--people", "30")).isZero();
        assertThat(outloud.lines).hasSize(lines);
        assertThat(outloud.people).hasSize(35);
        assertThat(said()).contains("30 people: 0 new, 30 unchanged").doesNotContain("updated");
        assertThat(said().lines().filter(line -> line.contains("✓")))
                .isNotEmpty()
                .allMatch(line -> line.contains(": 0 new, "));
    }

    @Test
    void laterLoadsTellOfTheMonthOfTheFirst() {
        outloud.oldestFriend = "2025-01-10T08:00:00Z";
        load("--people", "30");
        assertThat(outloud.lines.values().stream().filter(line -> line.contains("\"type\":\"post\"")))
                .isNotEmpty()
                .allMatch(
                        line -> line.contains("\"createdAt\":\"2026-01-") || line.contains("\"createdAt\":\"2026-02-"));
    }

    @Test
    void aRejectionThatGoesAwayIsNone() {
        outloud.deafUploads.set(1);
        assertThat(load("--people", "30")).isZero();
        assertThat(said()).contains("30 profiles: 30 new, 0 unchanged");
    }

    @Test
    void aRejectionThatStaysIsSaid() {
        outloud.rejecting = "\"type\":\"answer\"";
        assertThat(load("--people", "30")).isEqualTo(2);
        assertThat(said()).contains("rejected (the first: line ").contains("author: Nobody");
        assertThat(complained()).contains("Not everything was taken");
    }

    @Test
    void aServerErrorIsOneLine() {
        outloud.failing = "/scim";
        assertThat(load("--people", "30")).isEqualTo(1);
        assertThat(complained())
                .startsWith("✗ Adding ")
                .contains("answered 500: The cellar is flooded")
                .hasLineCount(1);
    }

    @Test
    void aSystemThatIsNotUpIsOneLine() {
        outloud.close();
        assertThat(load("--people", "30")).isEqualTo(1);
        assertThat(complained())
                .contains("Nothing answers at ")
                .contains("./outloud up")
                .hasLineCount(1);
    }

    @Test
    void anOptionThatIsNotOneIsNamed() {
        assertThat(load("--peple", "30")).isEqualTo(1);
        assertThat(complained()).isEqualToIgnoringNewLines("✗ “--peple” is not an option; --help lists them.");
    }

    @Test
    void aNumberThatIsNotOneIsNamed() {
        assertThat(load("--people", "many")).isEqualTo(1);
        assertThat(complained()).contains("--people is “many”");
    }

    @Test
    void withoutTheSecretOfTheHrSystemItSaysSo() {
        Demo demo = new Demo(stream(out), stream(err), false);
        assertThat(demo.run(List.of(), Map.of("OUTLOUD_HOME", "/nonexistent"))).isEqualTo(1);
        assertThat(complained()).contains("--hr-secret").contains("OUTLOUD_HR_CLIENT_SECRET");
    }

    @Test
    void aBarGrowsInATerminalOnly() {
        List<String> arguments = arguments("--people", "30");
        new Demo(stream(out), stream(err), true).run(arguments, Map.of());
        assertThat(said()).contains("█").contains("\u001B[K");
        out.reset();
        load("--people", "30");
        assertThat(said()).doesNotContain("█").doesNotContain("\u001B");
    }

    private int load(String name, String value) {
        return new Demo(stream(out), stream(err), false).run(arguments(name, value), Map.of());
    }

    private List<String> arguments(String name, String value) {
        return List.of(
                "--url", outloud.address(), "--keycloak", outloud.address(), "--hr-secret", "secret", name, value);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
