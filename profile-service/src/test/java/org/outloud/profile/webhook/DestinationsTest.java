package org.outloud.profile.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DestinationsTest {

    /** A name passes the first check; what it means is checked when it is used. */
    @Test
    void aNameThatMeansThisMachineIsNotConnectedTo() {
        assertThatThrownBy(() -> allowing().hosts().resolve("localhost"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("not a public address");
    }

    @Test
    void unlessOpsNamedTheHost() throws UnknownHostException {
        assertThat(allowing("localhost").hosts().resolve("localhost")).isNotEmpty();
        assertThat(allowing("hr.intra").check("http://HR.intra/hook")).hasHost("HR.intra");
    }

    private static Destinations allowing(String... hosts) {
        return new Destinations(new WebhookProperties(
                Set.of(hosts), Duration.ofSeconds(1), List.of(), 1, Duration.ofSeconds(1), Duration.ofDays(1)));
    }
}
