package org.outloud.standalone.demo.load;

import java.net.URI;

/**
 * Where the organisation goes, and as whom.
 *
 * @param outloud the gateway
 * @param keycloak its base address
 * @param keycloakAdministrator Keycloak's own administrator, of the realm {@code master}
 * @param hrSecret of the client {@code outloud-hr}
 * @param password of Outloud's administrator and of everybody who is brought in
 */
public record Target(
        URI outloud,
        URI keycloak,
        String keycloakAdministrator,
        String keycloakPassword,
        String hrSecret,
        String password) {}
