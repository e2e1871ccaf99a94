package org.outloud.feed.link;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.outward.CheckedResolver;
import org.outloud.platform.outward.Hosts;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * Asks a page for what it says of itself. Each address on the way, also behind a redirect, must be a name on a port of the web
 * that resolves to public addresses alone; the connection goes to the address that was looked at. No cookie, no token, nothing of
 * who posted the link goes along.
 */
@Component
class AskingPages {

    private static final int MOST_BYTES = 512 * 1024;
    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> WEB = Set.of(-1, 80, 443);
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

    private final LinkProperties properties;
    private final Hosts hosts;
    private final HttpClient client;

    AskingPages(LinkProperties properties) {
        this.properties = properties;
        this.hosts = new Hosts(properties.hosts().stream()
                .map(host -> host.replaceFirst(":\\d+$", ""))
                .collect(Collectors.toSet()));
        this.client = HttpClient.create(ConnectionProvider.newConnection())
                .resolver(new CheckedResolver(hosts))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        properties.patience().toMillis())
                .followRedirect(false)
                .headers(headers -> headers.set(HttpHeaderNames.ACCEPT, "text/html,application/xhtml+xml")
                        .set(HttpHeaderNames.USER_AGENT, "Outloud link preview"));
    }

    /** What was answered: what a page says of itself, or where else it is. */
    private record Answer(
            @Nullable SaidOfItself said, @Nullable URI elsewhere) {}

    /** Empty when the address may not be asked, or is no page; an error when its server does not answer. */
    Mono<SaidOfItself> ask(URI url) {
        return ask(url, 0).timeout(properties.patience());
    }

    private Mono<SaidOfItself> ask(URI url, int redirects) {
        if (!mayBeAsked(url)) {
            return Mono.empty();
        }
        return client.get()
                .uri(url)
                .response((head, body) -> answer(url, head, body))
                .next()
                .flatMap(answer -> {
                    URI elsewhere = answer.elsewhere();
                    if (elsewhere == null) {
                        return Mono.justOrEmpty(answer.said());
                    }
                    return redirects < MOST_REDIRECTS ? ask(elsewhere, redirects + 1) : Mono.empty();
                });
    }

    /** Whether it is a web address of a host that may be asked; what its name means is looked at when connecting. */
    boolean mayBeAsked(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String host = url.getHost();
        if (host == null
                || url.getRawUserInfo() != null
                || !Set.of("http", "https").contains(scheme)) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        if (properties.hosts().contains(name + ":" + url.getPort())) {
            return true;
        }
        if (!WEB.contains(url.getPort()) || Hosts.isNumber(name)) {
            return false;
        }
        return !hosts.isInternal(name) || properties.hosts().contains(name);
    }

    private static Mono<Answer> answer(URI url, HttpClientResponse head, ByteBufFlux body) {
        int status = head.status().code();
        String location = head.responseHeaders().get(HttpHeaderNames.LOCATION);
        if (REDIRECTS.contains(status) && location != null) {
            return Mono.just(new Answer(null, resolved(url, location)));
        }
        MediaType type = type(head.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE));
        boolean plain = head.responseHeaders()
                .get(HttpHeaderNames.CONTENT_ENCODING, "identity")
                .equals("identity");
        if (status != 200 || type == null || !plain || !PAGES.contains(type.getType() + "/" + type.getSubtype())) {
            return Mono.just(new Answer(null, null));
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        return body.asByteArray()
                .takeUntil(bytes -> {
                    read.write(bytes, 0, Math.min(bytes.length, MOST_BYTES - read.size()));
                    return read.size() == MOST_BYTES;
                })
                .then(Mono.fromCallable(() -> SaidOfItself.in(read.toByteArray(), charset(type), url))
                        .subscribeOn(Schedulers.boundedElastic())
                        .map(said -> new Answer(said.orElse(null), null)));
    }

    /** What is no address leads nowhere. */
    private static URI resolved(URI url, String location) {
        try {
            return url.resolve(location);
        } catch (IllegalArgumentException e) {
            return URI.create("about:blank");
        }
    }

    private static @Nullable MediaType type(@Nullable String header) {
        try {
            return header == null ? null : MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    private static @Nullable String charset(MediaType type) {
        String name = type.getParameter("charset");
        try {
            return name != null && Charset.isSupported(name) ? name : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }
}
