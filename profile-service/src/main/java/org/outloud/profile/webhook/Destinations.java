package org.outloud.profile.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.outloud.platform.problem.Invalid;
import org.springframework.stereotype.Component;

/**
 * Where messages may go: to public addresses over HTTPS, and to those internal hosts that ops named. Everything else would
 * let a subscriber use this service to reach what only this service can reach.
 */
@Component
class Destinations {

    private static final int LONGEST = 2_000;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]|.*:.*|0x.*", Pattern.CASE_INSENSITIVE);

    private final WebhookProperties properties;

    Destinations(WebhookProperties properties) {
        this.properties = properties;
    }

    /** The address of a new webhook, or why it cannot be one. */
    URI check(String text) {
        URI url = parse(text);
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw refused("bad-address", "The address carries neither a user nor a fragment.");
        }
        if (isInternalByName(url.getHost())) {
            return url;
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            throw refused("insecure", "Messages travel over https.");
        }
        if (ADDRESS.matcher(url.getHost()).matches()) {
            throw refused("internal-address", "The address names a host, not a number.");
        }
        return url;
    }

    private static URI parse(String text) {
        try {
            URI url = URI.create(text.strip());
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            if (text.length() <= LONGEST
                    && url.getHost() != null
                    && (scheme.equals("https") || scheme.equals("http"))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw refused("bad-address", "This is no web address.");
        }
        throw refused("bad-address", "This is no web address.");
    }

    private static Invalid refused(String code, String detail) {
        return Invalid.field("url", code, detail);
    }

    /** Whether ops allowed this host whatever its address is. */
    boolean isInternalByName(String host) {
        return properties.internalHosts().contains(host.toLowerCase(Locale.ROOT));
    }

    /** The addresses of a host; an exception when it has none, or one that is not public. Blocks on the resolver. */
    List<InetAddress> resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!isInternalByName(host)) {
            for (InetAddress address : addresses) {
                if (!PublicAddress.is(address)) {
                    throw new UnknownHostException(host + " is not a public address");
                }
            }
        }
        return List.of(addresses);
    }
}
