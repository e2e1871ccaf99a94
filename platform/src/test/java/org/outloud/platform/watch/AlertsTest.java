package org.outloud.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.platform.testing.Watched;
import tools.jackson.databind.JsonNode;

class AlertsTest {

    private static final Path GUIDE = Path.of("../docs/ops-guide.md");

    @Test
    void everyAlertLeadsToItsPageInTheGuide() throws IOException {
        Set<String> pages = Files.readAllLines(GUIDE).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toSet());
        for (JsonNode alert : alerts()) {
            String name = alert.get("alert").stringValue();
            assertThat(alert.at("/annotations/runbook").stringValue())
                    .isEqualTo("docs/ops-guide.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(pages).contains(name);
        }
    }

    @Test
    void everyAlertIsSeenToFireAndToBeQuietBefore() {
        List<JsonNode> looks = Watched.testsOfRules()
                .get("tests")
                .valueStream()
                .flatMap(test -> test.get("alert_rule_test").valueStream())
                .toList();
        Set<String> names =
                alerts().stream().map(alert -> alert.get("alert").stringValue()).collect(Collectors.toSet());
        assertThat(namesOf(looks, false)).isEqualTo(names);
        assertThat(namesOf(looks, true)).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check rules outloud.yml", "test rules outloud-test.yml"})
    void promtoolAgrees(String command) throws IOException, InterruptedException {
        Process promtool;
        try {
            promtool = new ProcessBuilder(("promtool " + command).split(" ", -1))
                    .directory(Watched.FOLDER.resolve("rules").toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "promtool is not installed (apt install prometheus)");
            throw e;
        }
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(said).isZero();
    }

    private static Set<String> namesOf(List<JsonNode> looks, boolean quiet) {
        return looks.stream()
                .filter(look -> look.get("exp_alerts").isEmpty() == quiet)
                .map(look -> look.get("alertname").stringValue())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> alerts() {
        return Watched.rules().stream().filter(rule -> rule.has("alert")).toList();
    }
}
