package org.outloud.gateway.settings;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The address under which people know Outloud. It is configured and not read from requests: a {@code Host} header that
 * somebody made up must not decide where a sign-in returns to.
 *
 * @param origin scheme, host and port as in a browser's address bar, such as {@code https://outloud.example}
 */
@Validated
@ConfigurationProperties("outloud.site")
public record Site(@NotNull URI origin) {

    /** Whether browsers reach us encrypted, whatever carries the last hop; then cookies are kept from plain HTTP. */
    public boolean https() {
        return "https".equals(origin.getScheme().toLowerCase(Locale.ROOT));
    }

    /** What a cookie of ours is called: over HTTPS browsers take one of this name from this host alone, and only encrypted. */
    public String cookie(String name) {
        return https() ? "__Host-" + name : name;
    }

    /** The full address of one of our paths. */
    public URI at(String path) {
        return URI.create(withoutSlash(origin.toString()) + path);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
