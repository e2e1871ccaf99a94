package org.outloud.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code kubectl kustomize} makes of a folder of {@code deploy/kubernetes}, read as Kubernetes would and no laxer. */
record Manifests(List<HasMetadata> objects) {

    static final Path FOLDER = Path.of("../deploy/kubernetes");

    private static final List<Class<? extends HasMetadata>> KINDS = List.of(
            ConfigMap.class,
            Deployment.class,
            HorizontalPodAutoscaler.class,
            Ingress.class,
            Namespace.class,
            NetworkPolicy.class,
            PodDisruptionBudget.class,
            Service.class);
    private static final ObjectMapper STRICT = new ObjectMapper().setAnnotationIntrospector(new NothingElse());
    private static final long PATIENCE_SECONDS = 60;

    /** Where kubectl is not installed this ends in an assumption, and in CI in a failure. */
    static Manifests of(String folder) throws IOException, InterruptedException {
        Path rendered = Files.createTempFile("outloud-" + folder.replace('/', '-'), ".yaml");
        Path errors = Files.createTempFile("outloud-kustomize", ".txt");
        try {
            Process kubectl;
            try {
                kubectl = new ProcessBuilder(
                                System.getenv().getOrDefault("KUBECTL", "kubectl"),
                                "kustomize",
                                FOLDER.resolve(folder).toString())
                        .redirectOutput(rendered.toFile())
                        .redirectError(errors.toFile())
                        .start();
            } catch (IOException missing) {
                assumeTrue(System.getenv("CI") != null, "kubectl is not installed, set KUBECTL to where it is");
                throw missing;
            }
            boolean ended = kubectl.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            kubectl.destroyForcibly();
            assertThat(ended && kubectl.exitValue() == 0)
                    .as("kubectl kustomize %s: %s", folder, Files.readString(errors))
                    .isTrue();
            assertThat(Files.readString(errors)).as("warnings about %s", folder).isBlank();
            return parse(Files.readString(rendered, UTF_8));
        } finally {
            Files.delete(rendered);
            Files.delete(errors);
        }
    }

    static Manifests parse(String yaml) {
        List<HasMetadata> objects = new ArrayList<>();
        yaml().loadAll(yaml).forEach(document -> objects.add(known((Map<?, ?>) document)));
        return new Manifests(objects);
    }

    static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> T one(Class<T> kind, String name) {
        List<T> found = named(kind, name).toList();
        assertThat(found).as("%s %s", kind.getSimpleName(), name).hasSize(1);
        return found.get(0);
    }

    <T extends HasMetadata> Stream<T> named(Class<T> kind, String name) {
        return all(kind).stream().filter(one -> one.getMetadata().getName().equals(name));
    }

    private static HasMetadata known(Map<?, ?> document) {
        Class<? extends HasMetadata> kind = KINDS.stream()
                .filter(one -> HasMetadata.getKind(one).equals(document.get("kind"))
                        && HasMetadata.getApiVersion(one).equals(document.get("apiVersion")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "not expected: " + document.get("apiVersion") + " " + document.get("kind")));
        return STRICT.convertValue(document, kind);
    }

    /** The model keeps fields that it does not know; here they are mistakes. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
