package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the service answers and what the OpenAPI document promises are the same operations. */
@ServiceTest
@Import(Organisation.class)
class ContractTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyOperationIsInTheDocumentAndEveryDocumentedOneIsThere() throws IOException {
        assertThat(operations()).isEqualTo(documented());
    }

    private Set<String> operations() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("org.outloud."))
                .flatMap(mapping -> operations(mapping.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> operations(RequestMappingInfo mapping) {
        return mapping.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString().replace("/imports/{kind}", "/imports/communities"))
                .flatMap(path ->
                        mapping.getMethodsCondition().getMethods().stream().map(method -> method.name() + " " + path));
    }

    private static Set<String> documented() throws IOException {
        try (InputStream yaml = ContractTest.class.getResourceAsStream("/openapi/outloud.yaml")) {
            JsonNode paths =
                    new YAMLMapper().readTree(Objects.requireNonNull(yaml)).get("paths");
            Set<String> documented = new TreeSet<>();
            paths.properties().stream()
                    .filter(path -> isOurs(path.getKey()))
                    .forEach(path -> path.getValue().propertyNames().stream()
                            .filter(METHODS::contains)
                            .forEach(method ->
                                    documented.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
            return documented;
        }
    }

    private static boolean isOurs(String path) {
        return path.startsWith("/api/v1/communities")
                || path.startsWith("/api/v1/inventory")
                || path.equals("/api/v1/imports/communities")
                || path.equals("/api/v1/imports/{id}");
    }
}
