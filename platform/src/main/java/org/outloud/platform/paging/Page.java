package org.outloud.platform.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of a list.
 *
 * @param next cursor of the page behind this one, null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Cuts a page from what was read.
     *
     * @param read up to {@code limit + 1} items; the surplus one only tells that there are more
     */
    public static <T> Page<T> of(List<T> read, int limit, Function<T, Cursor> cursor) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        List<T> items = read.subList(0, limit);
        return new Page<>(items, cursor.apply(items.get(limit - 1)).encode());
    }

    /** The page with a {@code Link} header to the next. */
    public ResponseEntity<Page<T>> answer(ServerWebExchange exchange) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        link(exchange, next, answer);
        return answer.body(this);
    }

    /** Adds {@code Link: <...>; rel="next"} when there is a next page. */
    public static void link(
            ServerWebExchange exchange, @Nullable String next, ResponseEntity.HeadersBuilder<?> answer) {
        if (next != null) {
            String address = UriComponentsBuilder.fromPath(
                            exchange.getRequest().getPath().value())
                    .query(exchange.getRequest().getURI().getRawQuery())
                    .replaceQueryParam("cursor", next)
                    .build(true)
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
        }
    }
}
