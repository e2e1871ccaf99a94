package org.outloud.feed.link;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRoutes;

/** A server of pages on this machine, and what it was asked. */
final class Pages implements AutoCloseable {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final DisposableServer server;

    Pages() {
        server = HttpServer.create()
                .host("localhost")
                .port(0)
                .route(this::routes)
                .bindNow();
    }

    int port() {
        return server.port();
    }

    String at(String path) {
        return "http://localhost:" + port() + path;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private void routes(HttpServerRoutes routes) {
        page(routes, "/page", "text/html; charset=utf-8", StandardCharsets.UTF_8, """
                <title>Other</title><meta property="og:title" content="How we &lt;b&gt;learn&lt;/b&gt; \u00e4loud">
                <meta name="description" content="  From
                each other "><meta property="og:site_name" content="The Wiki">
                <script>alert(1)</script>""");
        page(routes, "/bare", "text/html", StandardCharsets.UTF_8, "<title>Only a title</title>");
        page(
                routes,
                "/latin",
                "text/html",
                StandardCharsets.ISO_8859_1,
                "<meta charset=iso-8859-1><title>\u00dcbung</title>");
        page(routes, "/untitled", "text/html", StandardCharsets.UTF_8, "<p>Nothing to say");
        page(routes, "/pdf", "application/pdf", StandardCharsets.UTF_8, "<title>A page in disguise</title>");
        page(routes, "/forged", "text/html/../x", StandardCharsets.UTF_8, "<title>Forged</title>");
        routes.get("/zipped", (request, response) -> {
            asked.add(request.uri());
            return response.header("Content-Type", "text/html")
                    .header("Content-Encoding", "gzip")
                    .sendByteArray(Mono.just(new byte[] {31, -117, 8}));
        });
        routes.get("/endless", (request, response) -> {
            asked.add(request.uri());
            byte[] more = " ".repeat(16_384).getBytes(StandardCharsets.UTF_8);
            return response.header("Content-Type", "text/html")
                    .sendByteArray(Flux.concat(
                            Mono.just("<title>Endless</title>".getBytes(StandardCharsets.UTF_8)),
                            Flux.<byte[]>generate(sink -> sink.next(more))));
        });
        routes.get("/silent", (request, response) -> {
            asked.add(request.uri());
            return response.header("Content-Type", "text/html").sendByteArray(Flux.never());
        });
        routes.get("/to", (request, response) -> {
            asked.add(request.uri());
            String target = java.net.URLDecoder.decode(
                    request.uri().substring(request.uri().indexOf('=') + 1), StandardCharsets.UTF_8);
            return response.status(302).header("Location", target).send();
        });
        routes.get("/loop", (request, response) -> {
            asked.add(request.uri());
            return response.status(301).header("Location", "/loop").send();
        });
    }

    String to(String target) {
        return at("/to?url=" + java.net.URLEncoder.encode(target, StandardCharsets.UTF_8));
    }

    private void page(HttpServerRoutes routes, String path, String type, Charset charset, String html) {
        routes.get(path, (request, response) -> {
            asked.add(request.uri());
            return response.header("Content-Type", type).sendByteArray(Mono.just(html.getBytes(charset)));
        });
    }
}
