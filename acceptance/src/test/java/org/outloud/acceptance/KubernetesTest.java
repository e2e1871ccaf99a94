package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code deploy/kubernetes} would put on a cluster, rendered as an operator renders it. It stands with the other tests of
 * the repository as a whole: it compares the manifests with every service's own configuration.
 */
class KubernetesTest {

    private static final String SMALL = "overlays/small";
    private static final String LARGE = "overlays/large";
    private static final String EXAMPLE = "example";
    private static final Path REPOSITORY = Path.of("..");
    private static final String NAME = "app.kubernetes.io/name";
    private static final Set<String> SERVICES = Set.of("profile-service", "feed-service", "community-service");
    private static final Pattern QUOTED = Pattern.compile("`([a-z_]+)`");
    private static final Pattern MADE = Pattern.compile("create table (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z_]+)[:}]");

    @ParameterizedTest
    @ValueSource(strings = {SMALL, LARGE, EXAMPLE})
    void everyProcessHasWhatItNeedsAndNothingPointsAside(String folder) throws IOException, InterruptedException {
        Manifests cluster = Manifests.of(folder);
        List<Deployment> deployments = cluster.all(Deployment.class);

        assertThat(deployments.stream().map(KubernetesTest::name))
                .hasSize(4)
                .contains("gateway")
                .containsAll(SERVICES);
        for (Deployment deployment : deployments) {
            String name = name(deployment);
            Map<String, String> labels =
                    deployment.getSpec().getTemplate().getMetadata().getLabels();
            assertThat(labels).containsEntry(NAME, name);
            assertThat(selects(deployment.getSpec().getSelector(), labels)).isTrue();
            assertThat(labels.entrySet())
                    .containsAll(cluster.one(Service.class, name)
                            .getSpec()
                            .getSelector()
                            .entrySet());
            assertThat(selects(
                            cluster.one(PodDisruptionBudget.class, name)
                                    .getSpec()
                                    .getSelector(),
                            labels))
                    .isTrue();
            assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                    .hasSize(2)
                    .allSatisfy(spread -> assertThat(selects(spread.getLabelSelector(), labels))
                            .isTrue());
            itGrows(cluster.one(HorizontalPodAutoscaler.class, name), deployment);
            assertThat(cluster.all(NetworkPolicy.class).stream()
                            .filter(policy -> !policy.getMetadata().getName().equals("nothing")
                                    && selects(policy.getSpec().getPodSelector(), labels)
                                    && policy.getSpec().getPolicyTypes().contains("Ingress")))
                    .as("who may reach %s", name)
                    .hasSize(1);
        }
    }

    private static void itGrows(HorizontalPodAutoscaler scaler, Deployment deployment) {
        var target = scaler.getSpec().getScaleTargetRef();
        assertThat(List.of(target.getApiVersion(), target.getKind(), target.getName()))
                .containsExactly(deployment.getApiVersion(), deployment.getKind(), name(deployment));
        assertThat(deployment.getSpec().getReplicas())
                .as("how many there are is the scaler's to say")
                .isNull();
        assertThat(scaler.getSpec().getMaxReplicas())
                .isGreaterThan(scaler.getSpec().getMinReplicas());
        List<String> by = scaler.getSpec().getMetrics().stream()
                .map(metric -> metric.getResource() != null
                        ? metric.getResource().getName()
                        : metric.getExternal().getMetric().getName()
                                + metric.getExternal().getMetric().getSelector().getMatchLabels())
                .toList();
        assertThat(by)
                .isEqualTo(
                        SERVICES.contains(name(deployment))
                                ? List.of("cpu", "outloud_consumer_lag{job=" + name(deployment) + "}")
                                : List.of("cpu"));
    }

    @Test
    void theLagThatScalesIsWhatTheServicesTellAndTheAdapterGives() throws IOException {
        String told = Files.readString(
                REPOSITORY.resolve("platform/src/main/java/org/outloud/platform/consumer/ConsumerLag.java"));
        String adapter = Files.readString(Manifests.FOLDER.resolve("prometheus-adapter.yaml"));

        assertThat(told).contains("\"outloud.consumer.lag\"", "\"consumer\"");
        assertThat(adapter)
                .contains("seriesQuery: 'outloud_consumer_lag{", "as: outloud_consumer_lag", "max by (consumer)");
        assertThat(Files.readString(REPOSITORY.resolve("deploy/observability/rules/outloud.yml")))
                .contains("max by (job, consumer) (outloud_consumer_lag)");
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL, LARGE, EXAMPLE})
    void everyProcessIsConfined(String folder) throws IOException, InterruptedException {
        Manifests cluster = Manifests.of(folder);
        String user = Files.readAllLines(REPOSITORY.resolve("deploy/docker/Dockerfile")).stream()
                .filter(line -> line.startsWith("USER "))
                .map(line -> line.substring(5))
                .findFirst()
                .orElseThrow();

        for (Deployment deployment : cluster.all(Deployment.class)) {
            PodSpec pod = deployment.getSpec().getTemplate().getSpec();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(pod.getInitContainers()).isEmpty();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).hasToString(user);
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getVolumes()).allMatch(volume -> volume.getHostPath() == null);

            Container process = process(deployment);
            assertThat(process.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
            assertThat(process.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(process.getSecurityContext().getPrivileged()).isNull();
            assertThat(process.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(process.getSecurityContext().getCapabilities().getAdd()).isEmpty();
            assertThat(process.getResources().getRequests()).containsKeys("cpu", "memory", "ephemeral-storage");
            assertThat(process.getResources().getLimits())
                    .containsEntry(
                            "memory", process.getResources().getRequests().get("memory"));
            assertThat(process.getImage()).endsWith("outloud/" + name(deployment) + ":0.1.0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL, LARGE, EXAMPLE})
    void everyProcessIsAskedWhereItAnswersAndFinishesWhatItBegan(String folder)
            throws IOException, InterruptedException {
        Manifests cluster = Manifests.of(folder);
        for (Deployment deployment : cluster.all(Deployment.class)) {
            Container process = process(deployment);
            Configuration read = Configuration.of(name(deployment));
            String port =
                    settings(cluster, process).get(name(deployment).equals("gateway") ? "OUTLOUD_PORT" : "SERVER_PORT");

            assertThat(process.getPorts()).hasSize(1);
            assertThat(process.getPorts().get(0).getName()).isEqualTo("http");
            assertThat(process.getPorts().get(0).getContainerPort()).hasToString(port);
            assertThat(asked(process.getStartupProbe())).isEqualTo("/actuator/health/liveness");
            assertThat(asked(process.getLivenessProbe())).isEqualTo("/actuator/health/liveness");
            assertThat(asked(process.getReadinessProbe())).isEqualTo("/actuator/health/readiness");
            assertThat(read.properties())
                    .contains(
                            "management.endpoint.health.group.liveness.include",
                            "management.endpoint.health.group.readiness.include")
                    .contains("server.shutdown");

            List<String> drain = process.getLifecycle().getPreStop().getExec().getCommand();
            long finishing = Long.parseLong(
                    read.value("spring.lifecycle.timeout-per-shutdown-phase").replace("s", ""));
            assertThat(drain.get(0)).isEqualTo("sleep");
            assertThat(deployment.getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds())
                    .isGreaterThan(Long.parseLong(drain.get(1)) + finishing);
        }
    }

    private static String asked(Probe probe) {
        HTTPGetAction get = probe.getHttpGet();
        assertThat(get.getPort().getStrVal()).isEqualTo("http");
        assertThat(get.getHost()).isNull();
        return get.getPath();
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL, LARGE, EXAMPLE})
    void everySettingIsReadByTheProcessThatGetsItAndSecretsAreFilesFromElsewhere(String folder)
            throws IOException, InterruptedException {
        Manifests cluster = Manifests.of(folder);
        for (Deployment deployment : cluster.all(Deployment.class)) {
            Configuration read = Configuration.of(name(deployment));
            Container process = process(deployment);

            assertThat(settings(cluster, process).keySet())
                    .as("settings of %s", name(deployment))
                    .isSubsetOf(read.names())
                    .noneMatch(name -> name.contains("PASSWORD") || name.contains("SECRET"));
            assertThat(process.getEnv()).isEmpty();
            var secrets = deployment.getSpec().getTemplate().getSpec().getVolumes().stream()
                    .filter(volume -> volume.getProjected() != null)
                    .flatMap(volume -> volume.getProjected().getSources().stream())
                    .flatMap(source -> source.getSecret().getItems().stream())
                    .map(item -> item.getPath())
                    .toList();
            assertThat(secrets).isNotEmpty().isSubsetOf(read.properties());
            assertThat(process.getVolumeMounts())
                    .anyMatch(mount -> mount.getMountPath().equals("/run/secrets") && mount.getReadOnly());
            assertThat(read.value("spring.config.import")).contains("configtree:/run/secrets/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL, LARGE, EXAMPLE})
    void nothingMayTalkToAnythingButWhatIsNamed(String folder) throws IOException, InterruptedException {
        Manifests cluster = Manifests.of(folder);
        Map<String, String> data = settings(cluster, process(cluster.one(Deployment.class, "feed-service")));

        NetworkPolicy nothing = cluster.one(NetworkPolicy.class, "nothing");
        assertThat(nothing.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(nothing.getSpec().getPodSelector()).isEqualTo(new LabelSelector());
        assertThat(nothing.getSpec().getIngress()).isEmpty();
        assertThat(nothing.getSpec().getEgress()).isEmpty();

        NetworkPolicy services = cluster.one(NetworkPolicy.class, "services");
        assertThat(services.getSpec().getIngress().stream()
                        .flatMap(rule -> rule.getFrom().stream())
                        .map(KubernetesTest::who))
                .containsExactly("{" + NAME + "=gateway}", "ns{outloud.org/monitoring=true}");
        assertThat(services.getSpec().getEgress().stream()
                        .flatMap(rule -> rule.getTo().stream().map(peer -> who(peer) + ports(rule.getPorts()))))
                .containsExactly(
                        "ns{outloud.org/postgresql=true}[" + data.get("OUTLOUD_DATABASE_PORT") + "]",
                        "ns{outloud.org/kafka=true}["
                                + data.getOrDefault("SPRING_KAFKA_BOOTSTRAP_SERVERS", "")
                                        .replaceAll(".*:", "") + "]",
                        "ns{outloud.org/keycloak=true}["
                                + URI.create(data.get("OUTLOUD_ISSUER_INTERNAL"))
                                        .getPort() + "]");

        NetworkPolicy gateway = cluster.one(NetworkPolicy.class, "gateway");
        assertThat(gateway.getSpec().getIngress().stream()
                        .flatMap(rule -> rule.getFrom().stream())
                        .map(KubernetesTest::who))
                .containsExactly("ns{outloud.org/edge=true}", "ns{outloud.org/monitoring=true}");
        assertThat(gateway.getSpec().getEgress()).hasSize(2);
        assertThat(cluster.named(NetworkPolicy.class, "outward").count()).isEqualTo(folder.equals(EXAMPLE) ? 1 : 0);
        assertThat(data).containsEntry("OUTLOUD_LINK_PREVIEWS", folder.equals(EXAMPLE) ? "on" : "off");
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL, LARGE, EXAMPLE})
    void theOneWayInLeadsToTheGatewayWithTls(String folder) throws IOException, InterruptedException {
        Manifests cluster = Manifests.of(folder);
        Map<String, String> settings = settings(cluster, process(cluster.one(Deployment.class, "gateway")));
        String host = URI.create(settings.get("OUTLOUD_ORIGIN")).getHost();

        Ingress door = cluster.one(Ingress.class, "outloud");
        assertThat(door.getSpec().getTls()).hasSize(1);
        assertThat(door.getSpec().getTls().get(0).getHosts()).containsExactly(host);
        assertThat(door.getSpec().getTls().get(0).getSecretName()).isNotBlank();
        assertThat(door.getSpec().getRules()).hasSize(1);
        assertThat(door.getSpec().getRules().get(0).getHost()).isEqualTo(host);
        assertThat(door.getSpec().getRules().get(0).getHttp().getPaths())
                .extracting(path -> path.getBackend().getService().getName())
                .containsExactly("gateway");
        // Behind it the gateway counts by whom the request came from, and calls itself by its outer name
        assertThat(settings).containsEntry("OUTLOUD_FORWARDED", "native");
        for (String service : List.of("PROFILE", "FEED", "COMMUNITY")) {
            URI address = URI.create(settings.get("OUTLOUD_" + service + "_URL"));
            assertThat(cluster.one(Service.class, address.getHost()).getSpec().getPorts())
                    .anyMatch(port -> port.getPort() == address.getPort()
                            && port.getTargetPort().getStrVal().equals("http"));
        }
    }

    @Test
    void theTablesThatTheGuideSpreadsOverCitusExistWithTheirColumns() throws IOException {
        String guide = Files.readString(REPOSITORY.resolve("docs/kubernetes.md"));
        List<String> rows = guide.substring(guide.indexOf("### Then: `feed` by reader"), guide.indexOf("### `profile`"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();
        Map<String, String> tables = tables("feed-service/src/main/resources/db/migration");
        tables.putAll(tables("platform/src/main/resources/db/platform"));

        assertThat(rows).hasSize(8);
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            List<String> columns = QUOTED.matcher(cells[3])
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            QUOTED.matcher(cells[1]).results().map(found -> found.group(1)).forEach(table -> {
                assertThat(tables).containsKey(table);
                assertThat(columns)
                        .allMatch(column -> tables.getOrDefault(table, "").contains("  " + column + " "));
            });
        }
    }

    /** By name, what stands between the parentheses of its making. */
    private static Map<String, String> tables(String folder) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> migrations = Files.list(REPOSITORY.resolve(folder))) {
            for (Path migration : migrations.toList()) {
                MADE.matcher(Files.readString(migration))
                        .results()
                        .forEach(made -> tables.put(made.group(1), made.group(2)));
            }
        }
        return tables;
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowIsNoticed() {
        assertThatThrownBy(() -> Manifests.parse("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: a}
                spec: {template: {spec: {containers: [{name: a, livenesProbe: {}}]}}}
                """)).hasMessageContaining("livenesProbe");
        assertThatThrownBy(() -> Manifests.parse("{apiVersion: v1, kind: Secret, metadata: {name: a}}"))
                .hasMessageContaining("Secret");
    }

    private static String name(Deployment deployment) {
        return deployment.getMetadata().getName();
    }

    private static Container process(Deployment deployment) {
        List<Container> containers =
                deployment.getSpec().getTemplate().getSpec().getContainers();
        assertThat(containers).hasSize(1);
        return containers.get(0);
    }

    private static Map<String, String> settings(Manifests cluster, Container process) {
        Map<String, String> settings = new HashMap<>();
        process.getEnvFrom()
                .forEach(from -> settings.putAll(
                        cluster.one(ConfigMap.class, from.getConfigMapRef().getName())
                                .getData()));
        return settings;
    }

    private static boolean selects(LabelSelector selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream().allMatch(expression -> isIn(expression, labels));
    }

    private static boolean isIn(LabelSelectorRequirement expression, Map<String, String> labels) {
        assertThat(expression.getOperator()).isEqualTo("In");
        return expression.getValues().contains(labels.get(expression.getKey()));
    }

    private static String who(NetworkPolicyPeer peer) {
        assertThat(peer.getIpBlock()).isNull();
        return peer.getNamespaceSelector() == null
                ? peer.getPodSelector().getMatchLabels().toString()
                : "ns" + peer.getNamespaceSelector().getMatchLabels();
    }

    private static String ports(List<NetworkPolicyPort> ports) {
        return ports.stream()
                .map(port -> port.getPort().getValue().toString())
                .toList()
                .toString();
    }

    /** The names that a service's configuration asks for: its properties, and the variables they are filled from. */
    private record Configuration(Map<String, String> values, Set<String> names) {

        static Configuration of(String service) throws IOException {
            Map<String, String> values = new TreeMap<>();
            Set<String> names = new HashSet<>();
            Path own = REPOSITORY.resolve(service + "/src/main/resources/application.yaml");
            Path common = REPOSITORY.resolve("platform/src/main/resources/outloud-platform.yaml");
            for (Path file : service.equals("gateway") ? List.of(own) : List.of(own, common)) {
                String text = Files.readString(file).replace("@", "");
                flatten("", Manifests.yaml().load(text), values);
                PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
            }
            for (String property : values.keySet()) {
                String name = property.replace('.', '_').toUpperCase(Locale.ROOT);
                // Spring reads both
                names.add(name.replace("-", ""));
                names.add(name.replace('-', '_'));
            }
            return new Configuration(values, names);
        }

        Set<String> properties() {
            return values.keySet();
        }

        String value(String property) {
            return Stream.of(values.get(property)).findFirst().orElseThrow();
        }

        private static void flatten(String prefix, Object value, Map<String, String> into) {
            if (value instanceof Map<?, ?> map) {
                map.forEach(
                        (key, inner) -> flatten(prefix.isEmpty() ? key.toString() : prefix + "." + key, inner, into));
            } else {
                into.put(prefix, String.valueOf(value));
            }
        }
    }
}
