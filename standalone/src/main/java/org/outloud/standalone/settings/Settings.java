package org.outloud.standalone.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Everything that tells one instance from another. Nothing else is configurable and nothing is global, so several
 * instances may live in one machine, or in one test.
 *
 * @param repository where the built modules are
 * @param home what the instance keeps: data, logs, secrets and what runs
 * @param cache programs made ready to start, which instances may share and which may be thrown away
 * @param archives whether services keep an archive of their classes from one start to the next, for a quicker start
 * @param serviceEnvironment further variables for the services and the gateway
 */
public record Settings(
        Path repository, Path home, Path cache, Ports ports, boolean archives, Map<String, String> serviceEnvironment) {

    public Settings {
        serviceEnvironment = Map.copyOf(serviceEnvironment);
    }

    /** What {@code ./outloud} uses: variables of the environment over defaults under the current directory. */
    public static Settings fromEnvironment(Map<String, String> environment) {
        Path repository = path(environment.getOrDefault("OUTLOUD_REPOSITORY", ""));
        String given = environment.getOrDefault("OUTLOUD_HOME", "");
        Path home = given.isBlank() ? repository.resolve(".outloud") : path(given);
        boolean archives = !"off".equalsIgnoreCase(environment.getOrDefault("OUTLOUD_CLASS_ARCHIVES", "on"));
        return new Settings(
                repository, home, home.resolve("cache"), Ports.fromEnvironment(environment), archives, Map.of());
    }

    /**
     * An instance of its own beside any other, for tests: free ports, the given home, the cache of the repository's
     * default home so that Keycloak is unpacked once and not for every test.
     */
    public static Settings onFreePorts(Path repository, Path home) {
        Path root = repository.toAbsolutePath().normalize();
        return new Settings(root, home, root.resolve(".outloud/cache"), Ports.free(), false, Map.of());
    }

    /** The same instance with one more variable for the services and the gateway. */
    public Settings withServiceVariable(String name, String value) {
        Map<String, String> more = new HashMap<>(serviceEnvironment);
        more.put(name, value);
        return new Settings(repository, home, cache, ports, archives, more);
    }

    public Path data() {
        return home.resolve("data");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    public Path run() {
        return home.resolve("run");
    }

    public Path secrets() {
        return home.resolve("secrets.properties");
    }

    /** Where people and clients reach Outloud. */
    public URI origin() {
        return local(ports.gateway(), "");
    }

    public URI keycloak() {
        return local(ports.keycloak(), "");
    }

    /** The {@code iss} of every token. */
    public URI issuer() {
        return local(ports.keycloak(), "/realms/outloud");
    }

    private static URI local(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static Path path(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }
}
