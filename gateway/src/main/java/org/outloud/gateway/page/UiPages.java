package org.outloud.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outloud.gateway.problem.Fault;
import org.outloud.gateway.problem.Refused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Serves the UI from the jar of module {@code web}. Files under {@code /assets/} carry a hash of their content in their
 * name and may be kept for ever; everything else is asked for again each time. A place inside the UI, such as
 * {@code /communities/java}, is no file: a browser that opens one gets the start page, which finds its way from there.
 */
@Configuration(proxyBeanMethods = false)
class UiPages implements WebFluxConfigurer {

    private static final String FILES = "META-INF/resources/";
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final List<String> NOT_THE_UI =
            List.of("/api/", "/scim/", "/actuator/", "/oauth2/", "/login/", "/assets/", "/problems/", "/webjars/");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/" + FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
        files.addResourceHandler("/**")
                .addResourceLocations("classpath:/" + FILES)
                .setCacheControl(CacheControl.noCache());
    }

    @Bean
    RouterFunction<ServerResponse> startPage() {
        KeptAnswer index = read(FILES + "index.html");
        return RouterFunctions.route(UiPages::opensTheUi, request -> index == null ? notBuilt() : index.show(request));
    }

    private static boolean opensTheUi(ServerRequest request) {
        if (!READING.contains(request.method())) {
            return false;
        }
        String path = request.path();
        if (path.equals("/") || path.equals("/index.html")) {
            return true;
        }
        return isPlace(path) && wantsHtml(request);
    }

    private static boolean isPlace(String path) {
        boolean file = path.indexOf('.', path.lastIndexOf('/')) >= 0;
        return !file && NOT_THE_UI.stream().noneMatch(prefix -> (path + "/").startsWith(prefix));
    }

    private static boolean wantsHtml(ServerRequest request) {
        return request.headers().accept().stream()
                .anyMatch(accepted -> accepted.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    }

    private static Mono<ServerResponse> notBuilt() {
        return Mono.error(new Refused(Fault.NOT_FOUND));
    }

    private static @Nullable KeptAnswer read(String path) {
        ClassPathResource file = new ClassPathResource(path);
        try {
            return file.exists() ? new KeptAnswer(MediaType.TEXT_HTML, file.getContentAsByteArray()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
