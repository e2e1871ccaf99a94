package org.outloud.gateway.settings;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services are. The routes in {@code application.yaml} use the same three settings.
 *
 * @param profile base address of profile-service
 * @param feed base address of feed-service
 * @param community base address of community-service
 */
@Validated
@ConfigurationProperties("outloud.services")
public record Services(
        @NotNull URI profile, @NotNull URI feed, @NotNull URI community) {

    /** The services by name. */
    public Map<String, URI> byName() {
        Map<String, URI> services = new LinkedHashMap<>();
        services.put("profile", profile);
        services.put("feed", feed);
        services.put("community", community);
        return services;
    }
}
