package org.outloud.standalone.demo.load;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The demo password as Keycloak keeps it, computed once for everybody: hashing a thousand times would take minutes. Keycloak
 * replaces it by a hash of its own policy when the person first signs in.
 */
final class PasswordHash {

    private static final int ITERATIONS = 10_000;
    private static final int BITS = 512;
    private static final int SALT = 16;

    private PasswordHash() {}

    /** Keycloak's representation of the credential. */
    static Map<String, Object> credential(String password) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        Map<String, Object> secret =
                Map.of("value", base64(hash(password, salt)), "salt", base64(salt), "additionalParameters", Map.of());
        Map<String, Object> about =
                Map.of("hashIterations", ITERATIONS, "algorithm", "pbkdf2-sha512", "additionalParameters", Map.of());
        return Map.of(
                "type",
                "password",
                "secretData",
                Http.JSON.writeValueAsString(secret),
                "credentialData",
                Http.JSON.writeValueAsString(about));
    }

    private static byte[] hash(String password, byte[] salt) {
        try {
            PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(key)
                    .getEncoded();
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
