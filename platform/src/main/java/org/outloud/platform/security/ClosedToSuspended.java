package org.outloud.platform.security;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Lets those who are suspended read, and change nothing but what is named: what is theirs alone, and taking back. */
public final class ClosedToSuspended implements Admission {

    private final Suspensions suspensions;
    private final List<Open> open;

    private record Open(HttpMethod method, PathPattern path) {

        static Open of(String operation) {
            String[] parts = operation.split(" ", 2);
            return new Open(HttpMethod.valueOf(parts[0]), PathPatternParser.defaultInstance.parse(parts[1]));
        }
    }

    /**
     * A door with exceptions.
     *
     * @param open operations such as {@code DELETE /api/v1/posts/{id}}
     */
    public ClosedToSuspended(Suspensions suspensions, Stream<String> open) {
        this.suspensions = suspensions;
        this.open = open.map(Open::of).toList();
    }

    @Override
    public Mono<Void> admit(Caller caller, ServerHttpRequest request) {
        return reads(request.getMethod()) || isOpen(request) ? Mono.empty() : suspensions.refuse(caller.id());
    }

    private static boolean reads(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private boolean isOpen(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        return open.stream()
                .anyMatch(each ->
                        each.method().equals(request.getMethod()) && each.path().matches(path));
    }
}
