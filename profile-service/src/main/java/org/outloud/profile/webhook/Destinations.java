package org.outloud.profile.webhook;

import java.net.URI;
import java.util.Locale;
import org.outloud.platform.outward.Hosts;
import org.outloud.platform.problem.Invalid;
import org.springframework.stereotype.Component;

/**
 * Where messages may go: to public addresses over HTTPS, and to those internal hosts that ops named. Everything else would
 * let a subscriber use this service to reach what only this service can reach.
 */
@Component
class Destinations {

    private static final int LONGEST = 2_000;

    private final Hosts hosts;

    Destinations(WebhookProperties properties) {
        this.hosts = new Hosts(properties.internalHosts());
    }

    /** The address of a new webhook, or why it cannot be one. */
    URI check(String text) {
        URI url = parse(text);
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw refused("bad-address", "The address carries neither a user nor a fragment.");
        }
        if (hosts.isInternal(url.getHost())) {
            return url;
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            throw refused("insecure", "Messages travel over https.");
        }
        if (Hosts.isNumber(url.getHost())) {
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

    /** The hosts that messages may go to. */
    Hosts hosts() {
        return hosts;
    }
}
