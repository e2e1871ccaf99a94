package org.outloud.feed.syndication;

import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;

/** What feed readers read. */
enum Format {
    ATOM,
    JSON;

    private static final MediaType JSON_FEED = MediaType.parseMediaType("application/feed+json");

    MediaType type() {
        return this == ATOM ? MediaType.APPLICATION_ATOM_XML : JSON_FEED;
    }

    /** The one that the path of the request ends with; both endings are written at each handler. */
    static Format of(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().endsWith(".atom") ? ATOM : JSON;
    }
}
