package org.outloud.gateway.route;

import java.net.InetSocketAddress;
import org.outloud.gateway.settings.Site;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells services where a request came from and which address the caller used. Spring Cloud Gateway has removed whatever
 * the caller claimed in {@code Forwarded} and {@code X-Forwarded-*} by then; these are our own facts.
 */
@Component
final class ForwardedFacts implements HttpHeadersFilter, Ordered {

    private final Site site;
    private final String host;

    ForwardedFacts(Site site) {
        this.site = site;
        this.host = site.origin().getAuthority();
    }

    /** After those that remove. */
    @Override
    public int getOrder() {
        return 1;
    }

    @Override
    public HttpHeaders filter(HttpHeaders sent, ServerWebExchange exchange) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(sent);
        headers.set("X-Forwarded-Proto", site.https() ? "https" : "http");
        headers.set("X-Forwarded-Host", host);
        InetSocketAddress caller = exchange.getRequest().getRemoteAddress();
        if (caller != null && caller.getAddress() != null) {
            headers.set("X-Forwarded-For", caller.getAddress().getHostAddress());
        }
        return headers;
    }
}
