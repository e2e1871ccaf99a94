package org.outloud.platform.security;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;

/** Finds the person behind a verified token. */
public interface Subjects {

    /** The person; an {@link org.outloud.platform.problem.Unready} when the person has not arrived here yet. */
    Mono<KnownPerson> personOf(Jwt token);

    /** The token's subject; a token without one is worth nothing here. */
    static String subjectOf(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            throw new InvalidBearerTokenException("The token has no subject");
        }
        return subject;
    }
}
