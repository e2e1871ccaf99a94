package org.outloud.profile.webhook;

import java.util.Set;
import java.util.stream.Collectors;
import org.outloud.platform.problem.Absent;
import org.springframework.security.core.Authentication;

/**
 * The system or person that owns webhooks. Administrators see everybody's.
 *
 * @param subject the identity provider's subject
 */
record Subscriber(String subject, Set<String> roles) {

    private static final String PREFIX = "ROLE_";

    static Subscriber of(Authentication authentication) {
        return new Subscriber(
                authentication.getName(),
                authentication.getAuthorities().stream()
                        .map(authority -> String.valueOf(authority.getAuthority()))
                        .filter(authority -> authority.startsWith(PREFIX))
                        .map(authority -> authority.substring(PREFIX.length()))
                        .collect(Collectors.toSet()));
    }

    /** What belongs to others does not exist for them. */
    Webhook mayManage(Webhook webhook) {
        if (webhook.owner().equals(subject) || seesAll()) {
            return webhook;
        }
        throw new Absent();
    }

    boolean seesAll() {
        return roles.contains("admin");
    }
}
