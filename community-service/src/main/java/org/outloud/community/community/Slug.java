package org.outloud.community.community;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/** A community's name in addresses. */
public final class Slug {

    /** What a slug is: lower-case letters and digits in groups with single hyphens between them. */
    public static final String PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final int LONGEST_STEM = 60;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Slug() {}

    /** Made from a name; one without a Latin letter or digit becomes {@code community}. */
    public static String of(String name) {
        String plain = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String stem = plain.substring(0, Math.min(plain.length(), LONGEST_STEM)).replaceAll("^-|-$", "");
        return stem.isEmpty() ? "community" : stem;
    }

    /** With an ending that nobody guesses. */
    static String unguessable(String stem) {
        return stem + "-" + Long.toString(RANDOM.nextLong(1L << 40, 1L << 41), 36);
    }
}
