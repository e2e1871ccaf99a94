package org.outloud.standalone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak and Outloud as far as the demo speaks with them; remembers what it was told. */
final class FakeOutloud implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Set<String> accounts = ConcurrentHashMap.newKeySet();
    final Map<String, JsonNode> people = new ConcurrentHashMap<>();
    final Map<String, String> lines = new ConcurrentHashMap<>();
    final Map<String, String> jobs = new ConcurrentHashMap<>();
    volatile String oldestFriend = "";
    volatile String failing = "";
    volatile String rejecting = "";
    final AtomicInteger deafUploads = new AtomicInteger();

    private final HttpServer server;

    FakeOutloud() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (!failing.isEmpty() && path.startsWith(failing)) {
            send(exchange, 500, Map.of("title", "Internal error", "detail", "The cellar is flooded"));
        } else if (path.endsWith("/token")) {
            send(exchange, 200, Map.of("access_token", "t", "expires_in", 60));
        } else if (path.equals("/admin/realms/outloud/partialImport")) {
            send(exchange, 200, partialImport(JSON.readTree(body)));
        } else if (path.equals("/scim/v2/Users")) {
            users(exchange, body);
        } else if (path.equals("/api/v1/communities")) {
            List<Object> found = oldestFriend.isEmpty() ? List.of() : List.of(Map.of("createdAt", oldestFriend));
            send(exchange, 200, Map.of("items", found));
        } else if (exchange.getRequestMethod().equals("POST")) {
            accept(exchange, body);
        } else {
            String report = jobs.get(path);
            send(exchange, report == null ? 404 : 200, JSON.readTree(report == null ? "{}" : report));
        }
    }

    private Map<String, Object> partialImport(JsonNode body) {
        int added = 0;
        for (JsonNode user : body.path("users")) {
            added += accounts.add(user.path("username").stringValue()) ? 1 : 0;
        }
        return Map.of("added", added, "skipped", body.path("users").size() - added);
    }

    private void users(HttpExchange exchange, String body) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
            String userName = query.substring(query.indexOf('"') + 1, query.lastIndexOf('"'));
            send(exchange, 200, Map.of("Resources", List.of(Map.of("id", "id-" + userName))));
            return;
        }
        JsonNode person = JSON.readTree(body);
        String userName = person.path("userName").stringValue();
        if (people.putIfAbsent(userName, person) == null) {
            send(exchange, 201, Map.of("id", "id-" + userName));
        } else {
            send(exchange, 409, Map.of("scimType", "uniqueness", "detail", "exists"));
        }
    }

    private void accept(HttpExchange exchange, String body) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        Set<Map<String, Object>> rejected = new HashSet<>();
        int number = 0;
        boolean deaf = deafUploads.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        for (String line : body.lines().toList()) {
            number++;
            if (deaf || (!rejecting.isEmpty() && line.contains(rejecting))) {
                rejected.add(Map.of("line", number, "field", "author", "code", "unknown", "detail", "Nobody"));
            } else {
                keep(line, counts);
            }
        }
        String path = "/api/v1/imports/" + jobs.size();
        remember(JSON.readTree(body.lines().findFirst().orElse("{}")));
        jobs.put(
                path,
                JSON.writeValueAsString(Map.of(
                        "state",
                        "done",
                        "read",
                        number,
                        "created",
                        counts.getOrDefault("created", 0),
                        "updated",
                        counts.getOrDefault("updated", 0),
                        "unchanged",
                        counts.getOrDefault("unchanged", 0),
                        "rejected",
                        rejected)));
        exchange.getResponseHeaders().add("Location", path);
        send(exchange, 202, Map.of("state", "running"));
    }

    private void keep(String line, Map<String, Integer> counts) {
        JsonNode said = JSON.readTree(line);
        String key = said.has("externalId") ? said.path("externalId").stringValue() : line;
        String before = lines.put(key, line);
        counts.merge(before == null ? "created" : before.equals(line) ? "unchanged" : "updated", 1, Integer::sum);
    }

    private void remember(JsonNode first) {
        if (first.path("slug").asString("").equals("working-out-loud")) {
            oldestFriend = first.path("createdAt").stringValue();
        }
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
