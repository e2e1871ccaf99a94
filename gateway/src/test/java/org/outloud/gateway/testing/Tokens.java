package org.outloud.gateway.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Tokens as far as the gateway reads them: nobody here checks a signature. */
public final class Tokens {

    private Tokens() {}

    /** A token of somebody whom the gateway has never seen. */
    public static String ofSomebodyNew() {
        return of(UUID.randomUUID().toString());
    }

    /** A token of a subject; each is a different one. */
    public static String of(String subject) {
        String claims = "{\"iss\":\"somebody\",\"realm_access\":{\"sub\":\"not this\"},\"sub\":\"" + subject + "\"}";
        return part("{\"alg\":\"RS256\"}") + "." + part(claims) + "."
                + part(UUID.randomUUID().toString());
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
