package org.outloud.platform.outward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

class HostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f000001",
                "0X7F.1",
                "017700000001",
                "[::1]",
                "::1",
                "1.1.1.1"
            })
    void anAddressInAnyNotationIsNoName(String host) {
        assertThat(Hosts.isNumber(host)).isTrue();
    }

    @Test
    void aNameIsNotAskedWhenOneOfItsAddressesIsNotPublic() {
        Hosts hosts = new Hosts(Set.of(), host -> addresses("93.184.215.14", "10.0.0.7"));

        assertThatThrownBy(() -> hosts.resolve("mixed.example"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("not a public address");
    }

    @Test
    void aNameThatIsPublicWhenLookedAtAndThisMachineWhenConnectedToIsNotConnectedTo() throws UnknownHostException {
        Deque<String> answers = new ArrayDeque<>(List.of("93.184.215.14", "127.0.0.1"));
        Hosts rebound = new Hosts(Set.of(), host -> addresses(answers.removeFirst()));
        assertThat(rebound.resolve("rebound.example")).hasSize(1);
        HttpClient client =
                HttpClient.create(ConnectionProvider.newConnection()).resolver(new CheckedResolver(rebound));

        assertThatThrownBy(() ->
                        client.get().uri("http://rebound.example/").response().block(java.time.Duration.ofSeconds(20)))
                .hasRootCauseInstanceOf(UnknownHostException.class)
                .hasRootCauseMessage("rebound.example is not a public address");
        assertThat(answers).isEmpty();
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return addresses;
    }
}
