package org.outloud.platform.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads realm and client roles from Keycloak's claims {@code realm_access} and {@code resource_access}. */
final class Roles {

    private Roles() {}

    static Set<String> of(Jwt token) {
        Set<String> roles = new LinkedHashSet<>();
        collect(token.getClaims().get("realm_access"), roles);
        if (token.getClaims().get("resource_access") instanceof Map<?, ?> clients) {
            clients.values().forEach(client -> collect(client, roles));
        }
        return Set.copyOf(roles);
    }

    private static void collect(@Nullable Object access, Set<String> roles) {
        if (access instanceof Map<?, ?> map && map.get("roles") instanceof Collection<?> names) {
            names.forEach(name -> roles.add(String.valueOf(name)));
        }
    }
}
