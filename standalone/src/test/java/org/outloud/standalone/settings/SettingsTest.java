package org.outloud.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void withoutVariablesTheDocumentedPortsAndTheRepositorysOwnHomeAreUsed() {
        Settings settings = Settings.fromEnvironment(Map.of("OUTLOUD_REPOSITORY", "/somewhere"));

        assertThat(settings.home()).isEqualTo(Path.of("/somewhere/.outloud"));
        assertThat(settings.ports()).isEqualTo(new Ports(8080, 8180, 54320, 19092, 19093, 8081, 8082, 8083));
        assertThat(settings.issuer()).hasToString("http://localhost:8180/realms/outloud");
    }

    @Test
    void variablesMoveHomeAndPorts() {
        Settings settings = Settings.fromEnvironment(
                Map.of("OUTLOUD_HOME", "/data/outloud", "OUTLOUD_PORT", "9090", "OUTLOUD_KAFKA_PORT", "29092"));

        assertThat(settings.home()).isEqualTo(Path.of("/data/outloud"));
        assertThat(settings.origin()).hasToString("http://localhost:9090");
        assertThat(settings.ports().kafkaController()).isEqualTo(29093);
    }

    @Test
    void aPortThatIsNoPortIsNamedTogetherWithItsVariable() {
        assertThatThrownBy(() -> Settings.fromEnvironment(Map.of("OUTLOUD_PORT", "http")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("OUTLOUD_PORT")
                .hasMessageContaining("http");
        assertThatThrownBy(() -> Settings.fromEnvironment(Map.of("OUTLOUD_PORT", "70000")))
                .isInstanceOf(Trouble.class);
    }

    @Test
    void aTakenPortIsNamedTogetherWithTheVariableThatMovesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Ports ports = Ports.fromEnvironment(Map.of("OUTLOUD_PORT", port));

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("OUTLOUD_PORT=");
        }
    }

    @Test
    void onePortGivenTwiceIsRefused() {
        Ports ports = Ports.fromEnvironment(Map.of("OUTLOUD_PORT", "9123", "OUTLOUD_FEED_PORT", "9123"));

        assertThatThrownBy(ports::requireFree).isInstanceOf(Trouble.class).hasMessageContaining("OUTLOUD_FEED_PORT");
    }

    @Test
    void freePortsDiffer() {
        assertThat(Ports.free().byVariable().values()).doesNotHaveDuplicates();
    }
}
