package org.outloud.profile.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system of the organisation that wants to be told. */
final class Receiver implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile IntUnaryOperator answers = count -> 204;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    /** The status of the first, second … answer. */
    Receiver answering(IntUnaryOperator statuses) {
        answers = statuses;
        return this;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    Message await(Predicate<Message> wanted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> messages.stream().anyMatch(wanted));
        return messages.stream().filter(wanted).findFirst().orElseThrow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        messages.add(new Message(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                body,
                body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body)));
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(answers.applyAsInt(messages.size()), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Message(String path, String id, String timestamp, String signature, String body, JsonNode json) {

        boolean isAbout(String subject) {
            return json.path("subject").asString().equals(subject);
        }
    }
}
