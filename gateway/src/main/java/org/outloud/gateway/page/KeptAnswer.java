package org.outloud.gateway.page;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** An answer that is the same for everybody: kept in memory, and sent again only to those who have another version. */
public final class KeptAnswer {

    private final MediaType type;
    private final byte[] content;
    private final String etag;

    /** Keeps the content, which must not be changed afterwards. */
    public KeptAnswer(MediaType type, byte[] content) {
        this.type = type;
        this.content = content;
        this.etag = '"' + DigestUtils.md5DigestAsHex(content) + '"';
    }

    /** The content, or 304 for those who have it. */
    public Mono<ServerResponse> show(ServerRequest request) {
        return request.checkNotModified(etag)
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .contentType(type)
                        .cacheControl(CacheControl.noCache())
                        .eTag(etag)
                        .bodyValue(content)));
    }
}
