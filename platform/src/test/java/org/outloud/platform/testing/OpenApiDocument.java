package org.outloud.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The public contract, compared with what a running service really maps. */
public final class OpenApiDocument {

    private static final List<String> METHODS = Stream.of(
                    HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)
            .map(HttpMethod::name)
            .toList();

    private final JsonNode document;

    private OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    /** Reads the document from the contracts. */
    public static OpenApiDocument read() {
        try (InputStream yaml = OpenApiDocument.class.getResourceAsStream("/openapi/outloud.yaml")) {
            return new OpenApiDocument(new YAMLMapper().readTree(Objects.requireNonNull(yaml)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The document without the operations of one path, which another service answers. */
    public OpenApiDocument without(String path) {
        ObjectNode rest = (ObjectNode) document.deepCopy();
        ((ObjectNode) rest.get("paths")).remove(path);
        return new OpenApiDocument(rest);
    }

    /** Asserts that all that a service answers is what the document names below the prefixes. */
    public void assertSame(RequestMappingHandlerMapping mappings, String... prefixes) {
        assertThat(mapped(mappings, prefixes))
                .as("operations that the service maps, against those of the OpenAPI document")
                .containsExactlyInAnyOrderElementsOf(documented(prefixes));
    }

    /** The operations below the prefixes, such as {@code GET /api/v1/posts/{id}}. */
    public Set<String> operations(String... prefixes) {
        Set<String> operations = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method.toLowerCase(Locale.ROOT)))
                        .filter(method -> isBelow(path.getKey(), prefixes))
                        .forEach(method -> operations.add(method + " " + path.getKey())));
        return operations;
    }

    private Set<String> documented(String... prefixes) {
        return operations(prefixes).stream()
                .map(OpenApiDocument::nameless)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> mapped(RequestMappingHandlerMapping mappings, String... prefixes) {
        Set<String> operations = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("org.outloud.")) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    info.getPatternsCondition().getPatterns().stream()
                            .map(pattern -> pattern.getPatternString())
                            .flatMap(path -> spelledOut(path, prefixes))
                            .forEach(path -> operations.add(method + " " + nameless(path)));
                }
            }
        });
        return operations;
    }

    /** The platform maps imports of every kind at once; a service's document names its own. */
    private static Stream<String> spelledOut(String path, String... prefixes) {
        if (!path.equals("/api/v1/imports/{kind}")) {
            return Stream.of(path);
        }
        return Stream.of(prefixes).filter(prefix -> prefix.startsWith("/api/v1/imports/") && !prefix.endsWith("}"));
    }

    private static boolean isBelow(String path, String... prefixes) {
        return Stream.of(prefixes).anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private static String nameless(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
