package org.outloud.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a stand-in says to a request. */
@FunctionalInterface
public interface Answer {

    /** Says it; the request's body was read already and stands in the second argument. */
    void to(HttpExchange exchange, String body) throws IOException, InterruptedException;

    /** A short JSON answer. */
    static Answer json(int status, String body) {
        return (exchange, asked) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            send(exchange, status, body);
        };
    }

    /** Sends a body with the headers set so far. */
    static void send(HttpExchange exchange, int status, String body) {
        try {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
