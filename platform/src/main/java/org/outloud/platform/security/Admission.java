package org.outloud.platform.security;

import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** A service's own word about who may ask what, before any of its controllers is called. */
@FunctionalInterface
public interface Admission {

    /** Ends in a refusal, or lets the request in. */
    Mono<Void> admit(Caller caller, ServerHttpRequest request);
}
