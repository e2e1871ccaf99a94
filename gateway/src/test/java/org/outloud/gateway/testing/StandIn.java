package org.outloud.gateway.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A service that answers everything with its own name, remembers what it was asked, and can be away. */
public class StandIn {

    /** A request as it arrived. */
    public record Seen(String method, String path, Headers headers, String body) {}

    private final String name;
    private final ExecutorService threads = Executors.newCachedThreadPool(StandIn::daemon);
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    /** Starts at a free port. */
    public StandIn(String name) {
        this.name = name;
        this.server = start(0);
    }

    /** Its base address. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers one path differently from now on. */
    public void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** Answers one path with its name again. */
    public void answerAsUsual(String path) {
        answers.remove(path);
    }

    /** Everything that was asked on one path. */
    public List<Seen> seen(String path) {
        return seen.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** The last that was asked on one path. */
    public Seen last(String path) {
        List<Seen> all = seen(path);
        return all.get(all.size() - 1);
    }

    /** Does something while nobody listens at its port. */
    public synchronized void whileAway(Runnable action) {
        int port = server.getAddress().getPort();
        server.stop(0);
        try {
            action.run();
        } finally {
            server = start(port);
        }
    }

    private HttpServer start(int port) {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
            started.setExecutor(threads);
            started.createContext("/", this::handle);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.add(new Seen(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), body));
            Answer answer = answers.getOrDefault(path, this::sayName);
            answer.to(exchange, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sayName(HttpExchange exchange, String body) throws IOException {
        exchange.getResponseHeaders().set("X-Answered-By", name);
        if ("HEAD".equals(exchange.getRequestMethod())) {
            exchange.sendResponseHeaders(200, -1);
        } else {
            Answer.send(exchange, 200, "{}");
        }
    }

    private static Thread daemon(@Nullable Runnable work) {
        Thread thread = new Thread(work, "stand-in");
        thread.setDaemon(true);
        return thread;
    }
}
