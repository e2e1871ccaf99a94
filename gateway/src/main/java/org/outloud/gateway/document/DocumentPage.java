package org.outloud.gateway.document;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The API as a page to read and try: Swagger UI with a start page of our own, because theirs tries out a pet shop. */
@Configuration(proxyBeanMethods = false)
class DocumentPage implements WebFluxConfigurer {

    private static final String OURS = "api-docs/";

    private final String theirs;

    DocumentPage(@Value("${outloud.swagger-ui.version}") String version) {
        this.theirs = "META-INF/resources/webjars/swagger-ui/" + version + "/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/api/docs/**")
                .addResourceLocations("classpath:/" + OURS, "classpath:/" + theirs)
                .setCacheControl(CacheControl.noCache());
    }

    @Bean
    RouterFunction<ServerResponse> apiPage() {
        ClassPathResource page = new ClassPathResource(OURS + "index.html");
        HandlerFunction<ServerResponse> show = request -> ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .bodyValue(page);
        return route().path("/api/docs", paths -> paths.GET("", show).GET("/", show))
                .build();
    }
}
