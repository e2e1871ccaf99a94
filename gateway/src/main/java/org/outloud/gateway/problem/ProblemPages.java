package org.outloud.gateway.problem;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** Makes the {@code type} of a problem an address that says what the problem is, to people and to programs. */
@Configuration(proxyBeanMethods = false)
class ProblemPages {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);
    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
            <body><main><h1>%s</h1><p>%s</p><p><code>%s</code></p></main></body>
            </html>
            """;

    private final ProblemTexts texts;

    ProblemPages(ProblemTexts texts) {
        this.texts = texts;
    }

    @Bean
    RouterFunction<ServerResponse> problemPage() {
        return route().GET("/problems/{code:[a-z0-9-]{1,64}}", this::show).build();
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        Locale language = languageOf(request);
        Problem problem = texts.named(request.pathVariable("code"), language);
        if (problem == null) {
            return Mono.error(new Refused(Fault.NOT_FOUND));
        }
        ServerResponse.BodyBuilder answer = ServerResponse.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);
        if (readsHtml(request)) {
            return answer.contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                    .bodyValue(page(problem, language));
        }
        return answer.contentType(MediaType.APPLICATION_JSON).bodyValue(problem);
    }

    private static Locale languageOf(ServerRequest request) {
        List<Locale.LanguageRange> wanted = request.headers().acceptLanguage();
        Locale found = wanted.isEmpty() ? null : Locale.lookup(wanted, LANGUAGES);
        return found == null ? Locale.ENGLISH : found;
    }

    private static boolean readsHtml(ServerRequest request) {
        return request.headers().accept().stream()
                .anyMatch(accepted -> accepted.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    }

    private static String page(Problem problem, Locale language) {
        String title = HtmlUtils.htmlEscape(problem.title());
        String detail = problem.detail() == null ? "" : HtmlUtils.htmlEscape(problem.detail());
        return PAGE.formatted(language.toLanguageTag(), title, title, detail, problem.type());
    }
}
