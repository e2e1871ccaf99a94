package org.outloud.standalone.demo;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.outloud.standalone.demo.load.DemoFailure;
import org.outloud.standalone.demo.load.Target;
import org.outloud.standalone.demo.organisation.Organisation;
import org.outloud.standalone.settings.Settings;

/**
 * What the command line asks for. Where it is silent the environment of {@code ./outloud up} says it.
 *
 * @param people how many at most
 */
record DemoOptions(Target target, int people) {

    static final String USAGE = """
            ./outloud demo brings an organisation of 1,005 people into a running Outloud. It may be run again.

              --url ADDRESS                the gateway (http://localhost:$OUTLOUD_PORT, 8080)
              --keycloak ADDRESS           Keycloak (http://localhost:$OUTLOUD_KEYCLOAK_PORT, 8180)
              --keycloak-admin NAME        Keycloak's administrator (admin)
              --keycloak-password PASSWORD and the password (admin)
              --hr-secret SECRET           of the client outloud-hr ($OUTLOUD_HR_CLIENT_SECRET, or what up made)
              --password PASSWORD          of the demo accounts ($OUTLOUD_DEMO_PASSWORD, outloud); everybody gets it
              --people N                   a smaller organisation, of the first N people
            """;

    private static final String HR_SECRET = "OUTLOUD_HR_CLIENT_SECRET";
    private static final List<String> NAMES = List.of(
            "--url", "--keycloak", "--keycloak-admin", "--keycloak-password", "--hr-secret", "--password", "--people");

    static DemoOptions of(List<String> arguments, Map<String, String> environment) {
        Map<String, String> given = given(arguments);
        Settings settings = Settings.fromEnvironment(environment);
        String secret = given.getOrDefault("--hr-secret", environment.getOrDefault(HR_SECRET, ""));
        Target target = new Target(
                address(given, "--url", settings.origin()),
                address(given, "--keycloak", settings.keycloak()),
                given.getOrDefault("--keycloak-admin", "admin"),
                given.getOrDefault("--keycloak-password", "admin"),
                secret.isBlank() ? made(settings.secrets()) : secret,
                given.getOrDefault("--password", environment.getOrDefault("OUTLOUD_DEMO_PASSWORD", "outloud")));
        return new DemoOptions(target, people(given));
    }

    private static Map<String, String> given(List<String> arguments) {
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!NAMES.contains(name)) {
                throw new DemoFailure("“%s” is not an option; --help lists them.".formatted(name));
            }
            if (i + 1 == arguments.size()) {
                throw new DemoFailure(name + " needs a value.");
            }
            given.put(name, arguments.get(i + 1));
        }
        return given;
    }

    private static URI address(Map<String, String> given, String name, URI otherwise) {
        String text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            URI address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (address.getScheme() != null && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress(name, text);
        }
        throw notAnAddress(name, text);
    }

    private static DemoFailure notAnAddress(String name, String text) {
        return new DemoFailure("%s is “%s”; it has to look like http://localhost:8080.".formatted(name, text));
    }

    private static int people(Map<String, String> given) {
        String text = given.getOrDefault("--people", Integer.toString(Organisation.EVERYBODY));
        try {
            int people = Integer.parseInt(text);
            if (people >= 1) {
                return people;
            }
        } catch (NumberFormatException e) {
            throw notANumber(text);
        }
        throw notANumber(text);
    }

    private static DemoFailure notANumber(String text) {
        return new DemoFailure(
                "--people is “%s”; it has to be a number from 1 to %,d.".formatted(text, Organisation.EVERYBODY));
    }

    /** The secret that {@code ./outloud up} made and keeps. */
    private static String made(Path secrets) {
        Properties values = new Properties();
        if (Files.isReadable(secrets)) {
            try (Reader reader = Files.newBufferedReader(secrets)) {
                values.load(reader);
            } catch (IOException e) {
                throw new DemoFailure("The secrets in %s cannot be read: %s".formatted(secrets, e.getMessage()));
            }
        }
        String secret = values.getProperty(HR_SECRET, "");
        if (secret.isBlank()) {
            throw new DemoFailure("The secret of the client outloud-hr is not known: give it with --hr-secret or in "
                    + HR_SECRET + ".");
        }
        return secret;
    }
}
