package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the service answers and what the OpenAPI document promises of people, SCIM and their import is the same. */
@ServiceTest
class ContractTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyOperationIsInTheDocumentAndEveryDocumentedOneIsThere() throws IOException {
        assertThat(served()).isEqualTo(documented());
    }

    private Set<String> served() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("org.outloud."))
                .flatMap(mapping -> operations(mapping.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> operations(RequestMappingInfo mapping) {
        return mapping.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString().replace("/imports/{kind}", "/imports/people"))
                .flatMap(path ->
                        mapping.getMethodsCondition().getMethods().stream().map(method -> method.name() + " " + path));
    }

    private static Set<String> documented() throws IOException {
        try (InputStream yaml = ContractTest.class.getResourceAsStream("/openapi/outloud.yaml")) {
            JsonNode paths =
                    new YAMLMapper().readTree(Objects.requireNonNull(yaml)).path("paths");
            return paths.properties().stream()
                    .filter(path -> isOurs(path.getKey()))
                    .flatMap(path -> path.getValue().propertyNames().stream()
                            .filter(METHODS::contains)
                            .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isOurs(String path) {
        return path.startsWith("/api/v1/me")
                || (path.startsWith("/api/v1/people") && !path.endsWith("/outbox"))
                || path.startsWith("/api/v1/webhooks")
                || path.startsWith("/api/v1/erasures")
                || path.startsWith("/api/v1/audit")
                || path.startsWith("/api/v1/exports")
                || path.equals("/api/v1/experts")
                || path.equals("/api/v1/skills")
                || path.startsWith("/scim/")
                || path.equals("/api/v1/imports/people")
                || path.equals("/api/v1/imports/{id}");
    }
}
