package org.outloud.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * The compose file as an operator uses it: images are built from the jars of this build, everything becomes healthy, and a
 * post reaches a follower. It is then backed up while it runs, and the backup restored into a database server of its own. It
 * runs on free ports as a project of its own and goes with its volumes.
 */
@Testcontainers(disabledWithoutDocker = true)
class ComposeTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final String OUR_IMAGES = "outloud/";
    private static final Duration PULL = Duration.ofMinutes(5);
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration BACKUP = Duration.ofMinutes(6);
    private static final Duration DRILL = Duration.ofMinutes(3);

    @Test
    @Timeout(value = 25, unit = TimeUnit.MINUTES)
    void whatComposeStartsCarriesAPostToAFollowerAndIsRestoredAsItWas(@TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(
                docker(PULL, "compose", "version").succeeded(),
                "docker compose is not installed beside the Docker engine");
        for (String image : imagesOfOthers()) {
            boolean here = docker(PULL, "image", "inspect", image).succeeded();
            Outcome pull = here ? new Outcome(true, "") : docker(PULL, "pull", "--quiet", image);
            assumeTrue(
                    pull.succeeded(),
                    () -> "The image " + image + " is not here and cannot be pulled: " + pull.output());
        }
        String host = "http://" + DockerClientFactory.instance().dockerHostIpAddress() + ":";
        int gatewayPort = Ports.free();
        int keycloakPort = Ports.free();
        URI gateway = URI.create(host + gatewayPort);
        URI issuer = URI.create(host + keycloakPort + "/realms/outloud");

        try (ComposeContainer system = new ComposeContainer(
                        "outloud-acceptance",
                        REPOSITORY.resolve("docker-compose.yml").toFile())
                .withPull(false)
                .withBuild(true)
                .withEnv("OUTLOUD_DEMO", "true")
                .withEnv("OUTLOUD_PORT", Integer.toString(gatewayPort))
                .withEnv("OUTLOUD_ORIGIN", gateway.toString())
                .withEnv("OUTLOUD_KEYCLOAK_PORT", Integer.toString(keycloakPort))
                .withEnv("OUTLOUD_KEYCLOAK_ORIGIN", host + keycloakPort)
                .waitingFor("keycloak", Wait.forHealthcheck().withStartupTimeout(START))
                .waitingFor("gateway", Wait.forHealthcheck().withStartupTimeout(START))) {
            system.start();
            Client ada = Client.signIn(gateway, issuer, "ada");
            Client bo = Client.signIn(gateway, issuer, "bo");
            aPostReachesAFollower(ada, bo);
            itIsBackedUpAndRestoredAsItWas(projectOf(system), folder.resolve("backup"));
            goesOnWhereItWas(bo);
        }
    }

    private static String projectOf(ComposeContainer system) {
        return Objects.requireNonNull(system.getContainerByServiceName("gateway")
                        .orElseThrow()
                        .getContainerInfo()
                        .getConfig()
                        .getLabels())
                .getOrDefault("com.docker.compose.project", "");
    }

    private static void itIsBackedUpAndRestoredAsItWas(String project, Path backup)
            throws IOException, InterruptedException {
        Outcome made = run(BACKUP, Map.of("COMPOSE_PROJECT_NAME", project), "deploy/backup", backup.toString());
        assertThat(made.succeeded()).as(made.output()).isTrue();
        List<String> tables = Files.readAllLines(backup.resolve("tables.txt"));
        assertThat(tables)
                .anyMatch(table -> table.startsWith("feed.public.post 1 "))
                .anyMatch(table -> table.startsWith("profile.public.follow 1 "))
                .anyMatch(table -> table.startsWith("keycloak.public.user_entity "));

        Outcome drill = run(DRILL, Map.of(), "deploy/restore-drill", backup.toString());
        assertThat(drill.succeeded()).as(drill.output()).isTrue();
        assertThat(drill.output()).contains("restore: " + tables.size() + " tables with ", ", all equal, in ");

        Outcome again = run(DRILL, Map.of("COMPOSE_PROJECT_NAME", project), "deploy/restore", backup.toString());
        assertThat(again.succeeded()).as("restoring over what runs").isFalse();
        assertThat(again.output()).contains("stop these first");

        Files.writeString(backup.resolve("feed.dump"), "x", StandardOpenOption.APPEND);
        Outcome damaged = run(DRILL, Map.of(), "deploy/restore-drill", backup.toString());
        assertThat(damaged.succeeded()).as("restoring what is damaged").isFalse();
        assertThat(damaged.output()).contains("is damaged");
    }

    /** The backup started again what it stopped; the follower's feed has what it had. */
    private static void goesOnWhereItWas(Client bo) {
        Awaitility.await()
                .atMost(START)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(JourneyTest.homeOf(bo)).hasSize(1));
    }

    private static void aPostReachesAFollower(Client ada, Client bo) throws InterruptedException {
        bo.put("/api/v1/people/" + JourneyTest.idOf(ada) + "/follow", Map.of()).expect(200);
        try (Listener stream = new Listener(bo)) {
            String id = ada.post(
                            "/api/v1/posts", Map.of("kind", "working-out-loud", "learned", "It runs in containers"))
                    .expect(201)
                    .get("id")
                    .stringValue();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> stream.heard().containsKey(id)
                            && JourneyTest.homeOf(bo).contains(id));
        }
    }

    /** What has to come from a registry: the images of the other processes, and what ours are built on. */
    private static List<String> imagesOfOthers() throws IOException, InterruptedException {
        Outcome config = docker(PULL, "compose", "config", "--images");
        assertThat(config.succeeded()).as(config.output()).isTrue();
        List<String> images = new ArrayList<>(config.output()
                .lines()
                .filter(image -> !image.startsWith(OUR_IMAGES))
                .toList());
        try (DirectoryStream<Path> dockerfiles =
                Files.newDirectoryStream(REPOSITORY.resolve("deploy/docker"), "*Dockerfile")) {
            for (Path dockerfile : dockerfiles) {
                Files.readAllLines(dockerfile).stream()
                        .filter(line -> line.startsWith("FROM "))
                        .map(line -> line.split(" ", -1)[1])
                        .forEach(images::add);
            }
        }
        return images.stream().distinct().toList();
    }

    private static Outcome docker(Duration patience, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return run(patience, Map.of(), command.toArray(String[]::new));
    }

    private static Outcome run(Duration patience, Map<String, String> variables, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("outloud-compose", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(REPOSITORY.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("OUTLOUD_DEMO", "true");
            builder.environment().putAll(variables);
            Process process;
            try {
                process = builder.start();
            } catch (IOException e) {
                return new Outcome(false, e.toString());
            }
            boolean inTime = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            String text = Files.readString(output, UTF_8).strip();
            return inTime
                    ? new Outcome(process.exitValue() == 0, text)
                    : new Outcome(false, "no end after " + patience.toMinutes() + " minutes: " + text);
        } finally {
            Files.delete(output);
        }
    }

    /** Whether a command succeeded, and what it said. */
    private record Outcome(boolean succeeded, String output) {}
}
