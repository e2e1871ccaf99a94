package org.outloud.feed;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.outloud.feed.Organisation.Someone;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;

/** An open stream of one person, and what was told on it. */
public final class Stream implements AutoCloseable {

    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final List<ServerSentEvent<String>> events = new CopyOnWriteArrayList<>();
    private final Disposable subscription;

    private Stream(WebClient.RequestHeadersSpec<?> request) {
        subscription = request.retrieve().bodyToFlux(EVENT).subscribe(events::add);
    }

    /** Opens it and waits for its first event. */
    public static Stream open(int port, Someone person, @Nullable String lastId) {
        Stream stream = new Stream(WebClient.create("http://localhost:" + port)
                .get()
                .uri("/api/v1/stream")
                .header("Authorization", "Bearer " + person.token())
                .headers(headers -> {
                    if (lastId != null) {
                        headers.set("Last-Event-ID", lastId);
                    }
                }));
        Awaitility.await().until(() -> !stream.events.isEmpty());
        return stream;
    }

    /** The id to resume from. */
    public String lastId() {
        return String.valueOf(events.get(events.size() - 1).id());
    }

    public boolean isOver() {
        return subscription.isDisposed();
    }

    public List<ServerSentEvent<String>> named(String name) {
        return events.stream().filter(event -> name.equals(event.event())).toList();
    }

    public boolean hasHeard(String name, String data) {
        return named(name).stream()
                .anyMatch(event -> String.valueOf(event.data()).contains(data));
    }

    public void await(String name, String data) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> hasHeard(name, data));
    }

    @Override
    public void close() {
        subscription.dispose();
    }
}
