package org.outloud.community.landscape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the inventory that is not secret, with what it says about itself.
 *
 * @param parent the entry that it is a part of
 * @param open whether everybody may see who takes part and what is said there
 * @param tags how many people used which tag there, by stem; none unless it is open
 */
record Place(
        UUID id,
        @Nullable UUID parent,
        boolean open,
        String name,
        @Nullable String domain,
        @Nullable String about,
        Map<String, Integer> tags) {

    private static final double CALLED = 3;
    private static final double SAID = 1;
    private static final int ENOUGH = 2;

    /** How much each stem weighs in what it says about itself: most in name and domain. */
    Map<String, Double> weights() {
        Map<String, Double> weights = new LinkedHashMap<>();
        called().keySet().forEach(stem -> weights.put(stem, CALLED));
        Speech.words(about == null ? "" : about).keySet().forEach(stem -> weights.putIfAbsent(stem, SAID));
        return weights;
    }

    /** Words of its name and domain, by stem. */
    Map<String, String> called() {
        return Speech.words(domain == null ? name : name + "\n" + domain);
    }

    /** All its words, by stem. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>(called());
        Speech.words(about == null ? "" : about).forEach(words::putIfAbsent);
        return words;
    }

    /** Whether a tag is at home there. */
    boolean speaksOf(String tag) {
        return tags.getOrDefault(tag, 0) >= ENOUGH;
    }
}
