package org.outloud.gateway.document;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.io.IOException;
import java.io.InputStream;
import org.outloud.gateway.page.KeptAnswer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Serves the OpenAPI document of module {@code contracts} as JSON; it is converted when first asked for. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String SOURCE = "openapi/outloud.yaml";

    private final Mono<KeptAnswer> document;

    ApiDocument(JsonMapper json) {
        this.document = Mono.fromCallable(() -> convert(json))
                .subscribeOn(Schedulers.boundedElastic())
                .cache();
    }

    @Bean
    RouterFunction<ServerResponse> openApi() {
        return route().GET("/api/v1/openapi.json", this::show).build();
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return document.flatMap(found -> found.show(request));
    }

    private static KeptAnswer convert(JsonMapper json) throws IOException {
        try (InputStream yaml = new ClassPathResource(SOURCE).getInputStream()) {
            byte[] converted = json.writeValueAsBytes(new YAMLMapper().readTree(yaml));
            return new KeptAnswer(MediaType.APPLICATION_JSON, converted);
        }
    }
}
