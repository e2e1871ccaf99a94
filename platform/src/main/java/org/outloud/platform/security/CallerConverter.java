package org.outloud.platform.security;

import java.util.List;
import java.util.Set;
import org.outloud.platform.problem.Forbidden;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

/** Turns a verified token into the caller: roles become authorities, the subject becomes a person who is still active. */
final class CallerConverter implements Converter<Jwt, Mono<AbstractAuthenticationToken>> {

    private static final String TECHNICAL = "service-account-";

    private final Subjects subjects;

    CallerConverter(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public Mono<AbstractAuthenticationToken> convert(Jwt token) {
        Set<String> roles = Roles.of(token);
        List<GrantedAuthority> authorities = roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        String userName = token.getClaimAsString("preferred_username");
        if (userName == null || userName.startsWith(TECHNICAL)) {
            return Mono.just(new CallerAuthentication(token, authorities, null));
        }
        return subjects.personOf(token).map(person -> {
            if (!person.active()) {
                throw new Forbidden("person-deactivated");
            }
            return new CallerAuthentication(token, authorities, new Caller(person.id(), userName, roles));
        });
    }
}
