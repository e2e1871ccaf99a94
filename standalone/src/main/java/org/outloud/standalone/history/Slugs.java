package org.outloud.standalone.history;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Addresses of communities, made of their names, each another one. */
final class Slugs {

    private static final int LONGEST = 60;

    private final Set<String> given = new HashSet<>();

    String of(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String stem =
                letters.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        stem = stem.isEmpty()
                ? "community"
                : stem.substring(0, Math.min(LONGEST, stem.length())).replaceAll("-$", "");
        String slug = stem;
        for (int i = 2; !given.add(slug); i++) {
            slug = stem + "-" + i;
        }
        return slug;
    }
}
