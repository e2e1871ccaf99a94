package org.outloud.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;

/** Finds the person behind a verified token. */
public interface Subjects {

    /** The person; an {@link org.outloud.platform.problem.Unready} when the person has not arrived here yet. */
    Mono<KnownPerson> personOf(Jwt token);

    /**
     * A subject that must be recognised and may not be kept: of an erased person, whose account at the identity provider
     * may live on.
     */
    static String sealed(String subject) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return "erased:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token's subject; a token without one is worth nothing here. */
    static String subjectOf(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            throw new InvalidBearerTokenException("The token has no subject");
        }
        return subject;
    }
}
