package org.outloud.platform.security;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** A verified token together with the person behind it; technical accounts have no person. */
final class CallerAuthentication extends JwtAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Caller caller;

    CallerAuthentication(Jwt token, Collection<? extends GrantedAuthority> authorities, @Nullable Caller caller) {
        super(token, authorities);
        this.caller = caller;
    }

    @Nullable
    Caller caller() {
        return caller;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
