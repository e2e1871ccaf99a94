package org.outloud.standalone.demo.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.outloud.standalone.demo.source.Resources;

/** Sentences and words that fit anywhere, by what they are for. */
public final class Phrases {

    private final Map<String, List<String>> byUse;

    private Phrases(Map<String, List<String>> byUse) {
        this.byUse = byUse;
    }

    public static Phrases read() {
        Map<String, List<String>> byUse = new HashMap<>();
        for (String line : Resources.lines("phrases.txt")) {
            if (!line.isBlank()) {
                int colon = line.indexOf(':');
                String use = line.substring(0, colon);
                List<String> phrases = byUse.computeIfAbsent(use, key -> new ArrayList<>());
                String rest = line.substring(colon + 1).strip();
                if (isVocabulary(use)) {
                    phrases.addAll(Resources.list(rest, ";"));
                } else {
                    phrases.add(rest);
                }
            }
        }
        return new Phrases(byUse);
    }

    public List<String> of(String use) {
        return byUse.getOrDefault(use, List.of());
    }

    private static boolean isVocabulary(String use) {
        return List.of("hospital", "city", "klinik", "interest").contains(use);
    }
}
