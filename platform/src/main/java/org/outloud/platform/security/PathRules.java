package org.outloud.platform.security;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;

/** A service's own rules for its paths; all that no rule names is open to everyone who is signed in. */
@FunctionalInterface
public interface PathRules {

    /** Adds the rules. */
    void apply(AuthorizeExchangeSpec paths);
}
