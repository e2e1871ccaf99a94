package org.outloud.platform.privacy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * Content that only the holder of one private key can read: gzip, AES-256-GCM under a fresh key, and that key under RSA-OAEP
 * with SHA-256. Once the private key is thrown away nobody can read it, wherever copies lie.
 *
 * @param key the content's key, sealed, in Base64
 * @param pieces the content, sealed, each piece in Base64 and small enough for a message
 */
public record Sealed(String key, List<String> pieces) {

    private static final int PIECE = 300_000;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    /** Copies the pieces. */
    public Sealed {
        pieces = List.copyOf(pieces);
    }

    /** A fresh pair of keys. Takes a moment of CPU: not for an event loop. */
    public static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Seals content.
     *
     * @param publicKey X.509, in Base64
     */
    public static Sealed of(byte[] content, String publicKey) {
        try {
            byte[] encoded = Base64.getDecoder().decode(publicKey);
            PublicKey recipient = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            SecretKey secret = generator.generateKey();
            byte[] nonce = new byte[NONCE];
            new SecureRandom().nextBytes(nonce);
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, secret, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = aes.doFinal(zipped(content));
            byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
            rsa.init(Cipher.ENCRYPT_MODE, recipient, OAEP);
            return new Sealed(Base64.getEncoder().encodeToString(rsa.doFinal(secret.getEncoded())), cut(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Opens it.
     *
     * @param privateKey PKCS 8
     */
    public byte[] open(byte[] privateKey) {
        try {
            PrivateKey own = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(privateKey));
            Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
            rsa.init(Cipher.DECRYPT_MODE, own, OAEP);
            SecretKey secret = new SecretKeySpec(rsa.doFinal(Base64.getDecoder().decode(key)), "AES");
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            pieces.forEach(piece -> whole.writeBytes(Base64.getDecoder().decode(piece)));
            byte[] bytes = whole.toByteArray();
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(Cipher.DECRYPT_MODE, secret, new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE));
            return unzipped(aes.doFinal(bytes, NONCE, bytes.length - NONCE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> cut(byte[] whole) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < whole.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(whole, from, Math.min(from + PIECE, whole.length));
            pieces.add(Base64.getEncoder().encodeToString(piece));
        }
        return pieces;
    }

    private static byte[] zipped(byte[] content) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static byte[] unzipped(byte[] zipped) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
