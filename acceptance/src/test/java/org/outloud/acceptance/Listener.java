package org.outloud.acceptance;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An open stream, and when each post was heard on it. */
final class Listener implements AutoCloseable {

    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private final CompletableFuture<HttpResponse<Stream<String>>> response;
    private final Thread reader;

    Listener(Client client) throws InterruptedException {
        response = Client.HTTP.sendAsync(
                client.request("/api/v1/stream")
                        .timeout(Duration.ofMinutes(10))
                        .GET()
                        .build(),
                BodyHandlers.ofLines());
        reader = new Thread(this::read, "stream-reader");
        reader.setDaemon(true);
        reader.start();
        if (!open.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("The stream did not open");
        }
    }

    /** Nanoseconds (of this JVM's clock) at which each post's id was heard. */
    Map<String, Long> heard() {
        return heard;
    }

    /** Whether the server ended the stream. */
    boolean isOver() {
        return !reader.isAlive();
    }

    private void read() {
        response.join().body().forEach(line -> {
            open.countDown();
            if (line.startsWith("data:") && line.contains("\"kind\"")) {
                String id = Client.JSON
                        .readTree(line.substring("data:".length()))
                        .get("id")
                        .stringValue();
                heard.putIfAbsent(id, System.nanoTime());
            }
        });
    }

    @Override
    public void close() {
        response.cancel(true);
        reader.interrupt();
    }
}
