package org.outloud.standalone.demo.organisation;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.outloud.standalone.demo.source.Chance;
import org.outloud.standalone.demo.source.Resources;

/** Gives people names of the places they come from, nobody the same, and user names that everybody can type. */
final class Names {

    private static final double HOME = 0.68;
    private static final Map<String, String> PLAIN =
            Map.of("ø", "o", "ł", "l", "ß", "ss", "æ", "ae", "ı", "i", "đ", "d", "þ", "th");

    private final Map<String, Lists> byOrigin = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Chance chance;

    Names(Chance chance, List<String> takenUserNames) {
        this.chance = chance;
        taken.addAll(takenUserNames);
        for (Map<String, String> block : Resources.blocks("names.txt")) {
            block.forEach((origin, names) -> byOrigin.put(origin, Lists.of(names)));
        }
    }

    Name next(Place place) {
        Lists home = lists(place.nameLists().get(0));
        Lists other = lists(place.nameLists().get(place.nameLists().size() - 1));
        Name name;
        do {
            Lists lists = chance.in(HOME) ? home : other;
            name = new Name(chance.oneOf(lists.given), chance.oneOf(lists.family));
        } while (!given.add(name.given + " " + name.family));
        return name;
    }

    /** The shortest of mkeller, makeller, mariakeller, mariakeller2 that is free. */
    String userName(Name name) {
        String first = plain(name.given);
        String last = plain(name.family);
        for (int letters = 1; letters <= first.length(); letters++) {
            String candidate = first.substring(0, letters) + last;
            if (taken.add(candidate)) {
                return candidate;
            }
        }
        int number = 2;
        while (!taken.add(first + last + number)) {
            number++;
        }
        return first + last + number;
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : PLAIN.entrySet()) {
            lower = lower.replace(letter.getKey(), letter.getValue());
        }
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
    }

    private Lists lists(String origin) {
        return Objects.requireNonNull(byOrigin.get(origin), origin);
    }

    record Name(String given, String family) {}

    private record Lists(List<String> given, List<String> family) {

        static Lists of(String names) {
            List<String> halves = Resources.list(names, "/");
            return new Lists(Resources.list(halves.get(0), ","), Resources.list(halves.get(1), ","));
        }
    }
}
