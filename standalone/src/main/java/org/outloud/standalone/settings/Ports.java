package org.outloud.standalone.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ports of one instance, all on the loopback address.
 *
 * @param gateway the one door: UI and API
 * @param keycloak identity provider
 * @param postgres one server for all databases
 * @param kafka where clients reach the broker
 * @param kafkaController where the broker reaches its own quorum
 */
public record Ports(
        int gateway, int keycloak, int postgres, int kafka, int kafkaController, int profile, int feed, int community) {

    private static final int PORTS = 8;

    /** The documented defaults, each overridden by its variable. */
    static Ports fromEnvironment(Map<String, String> environment) {
        int kafka = port(environment, "OUTLOUD_KAFKA_PORT", 19092);
        return new Ports(
                port(environment, "OUTLOUD_PORT", 8080),
                port(environment, "OUTLOUD_KEYCLOAK_PORT", 8180),
                port(environment, "OUTLOUD_POSTGRES_PORT", 54320),
                kafka,
                port(environment, "OUTLOUD_KAFKA_CONTROLLER_PORT", kafka + 1),
                port(environment, "OUTLOUD_PROFILE_PORT", 8081),
                port(environment, "OUTLOUD_FEED_PORT", 8082),
                port(environment, "OUTLOUD_COMMUNITY_PORT", 8083));
    }

    /** Ports that nothing listens on at this moment. */
    static Ports free() {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < PORTS; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] free = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Ports(free[0], free[1], free[2], free[3], free[4], free[5], free[6], free[7]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    /** Every port under the variable that moves it. */
    Map<String, Integer> byVariable() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("OUTLOUD_PORT", gateway);
        ports.put("OUTLOUD_KEYCLOAK_PORT", keycloak);
        ports.put("OUTLOUD_POSTGRES_PORT", postgres);
        ports.put("OUTLOUD_KAFKA_PORT", kafka);
        ports.put("OUTLOUD_KAFKA_CONTROLLER_PORT", kafkaController);
        ports.put("OUTLOUD_PROFILE_PORT", profile);
        ports.put("OUTLOUD_FEED_PORT", feed);
        ports.put("OUTLOUD_COMMUNITY_PORT", community);
        return ports;
    }

    /**
     * Refuses ports that are given twice or that another program listens on.
     *
     * @throws Trouble naming the port and the variable that moves it
     */
    public void requireFree() {
        Map<Integer, String> seen = new LinkedHashMap<>();
        byVariable().forEach((variable, port) -> {
            String other = seen.put(port, variable);
            if (other != null) {
                throw new Trouble(
                        "%s and %s are both %d: give one of them another port.".formatted(other, variable, port));
            }
            if (!isFree(port)) {
                throw new Trouble(
                        "Port %d is taken by another program: stop that, or choose another port with %s=<port>."
                                .formatted(port, variable));
            }
        });
    }

    /** Whether a listener could be opened on the port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int port(Map<String, String> environment, String variable, int fallback) {
        String given = environment.get(variable);
        if (given == null || given.isBlank()) {
            return fallback;
        }
        try {
            int port = Integer.parseInt(given.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw notAPort(variable, given, e);
        }
        throw notAPort(variable, given, null);
    }

    private static Trouble notAPort(String variable, String given, @Nullable Throwable cause) {
        return new Trouble(
                "%s is “%s”, which is no port: use a number from 1 to 65535.".formatted(variable, given), cause);
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
