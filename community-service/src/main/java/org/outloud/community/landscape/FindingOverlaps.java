package org.outloud.community.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairs of entries whose words or tags are alike: the cosine of their weights, each stem by how rare it is among all. Who
 * takes part in both is counted afterwards, for the pairs that are left.
 */
final class FindingOverlaps {

    private static final int MOST_PAIRS = 5_000;
    private static final int MOST_SHOWN = 200;
    private static final int MOST_SHARED = 8;
    private static final double COMMON = 0.05;
    private static final int NEVER_COMMON = 50;
    private static final Comparator<Overlap> ORDER = Comparator.comparingDouble((Overlap pair) -> -pair.score())
            .thenComparing(Overlap::one)
            .thenComparing(Overlap::other);

    private final List<Place> places;
    private final List<Map<String, Double>> words;
    private final List<Map<String, Double>> tags;

    private FindingOverlaps(List<Place> places) {
        this.places = places;
        this.words = byRarity(places.stream().map(Place::weights).toList());
        this.tags = byRarity(places.stream().map(FindingOverlaps::tagWeights).toList());
    }

    /** Pairs to be looked at, those that are most alike first; without who takes part. */
    static List<Overlap> candidates(List<Place> places, Method method) {
        FindingOverlaps finding = new FindingOverlaps(places);
        return finding.pairs().stream()
                .map(pair -> finding.overlap(pair.one(), pair.other()))
                .filter(overlap -> overlap.words() >= method.leastLikeness()
                        || (overlap.tags() != null && overlap.tags() >= method.leastTagLikeness()))
                .sorted(ORDER)
                .limit(MOST_PAIRS)
                .toList();
    }

    /** Those for which enough speaks, most first. */
    static List<Overlap> shown(List<Overlap> candidates, Method method) {
        return candidates.stream()
                .filter(overlap -> overlap.score() >= method.leastScore())
                .sorted(ORDER)
                .limit(MOST_SHOWN)
                .toList();
    }

    /** Pairs that share a stem which is not everywhere, and of which neither is a part of the other. */
    private Set<Pair> found(List<Map<String, Double>> weights) {
        Map<String, List<Integer>> having = new HashMap<>();
        for (int place = 0; place < weights.size(); place++) {
            for (String stem : weights.get(place).keySet()) {
                having.computeIfAbsent(stem, one -> new ArrayList<>()).add(place);
            }
        }
        double most = Math.max(NEVER_COMMON, COMMON * places.size());
        Set<Pair> pairs = new LinkedHashSet<>();
        having.values().stream().filter(some -> some.size() <= most).forEach(some -> {
            for (int other = 1; other < some.size(); other++) {
                for (int one = 0; one < other; one++) {
                    if (!related(places.get(some.get(one)), places.get(some.get(other)))) {
                        pairs.add(new Pair(some.get(one), some.get(other)));
                    }
                }
            }
        });
        return pairs;
    }

    private record Pair(int one, int other) {}

    private Set<Pair> pairs() {
        Set<Pair> pairs = found(words);
        pairs.addAll(found(tags));
        return pairs;
    }

    private static boolean related(Place one, Place other) {
        return one.id().equals(other.parent()) || other.id().equals(one.parent());
    }

    private Overlap overlap(int one, int other) {
        Place first = places.get(one);
        Place second = places.get(other);
        boolean inOrder = first.id().compareTo(second.id()) < 0;
        Map<String, String> asWritten = first.words();
        return new Overlap(
                inOrder ? first.id() : second.id(),
                inOrder ? second.id() : first.id(),
                cosine(words.get(one), words.get(other)),
                first.open() && second.open() ? cosine(tags.get(one), tags.get(other)) : null,
                null,
                shared(words.get(one), words.get(other)).stream()
                        .map(stem -> asWritten.getOrDefault(stem, stem))
                        .toList(),
                shared(tags.get(one), tags.get(other)),
                null);
    }

    private static Map<String, Double> tagWeights(Place place) {
        Map<String, Double> weights = new HashMap<>();
        place.tags().forEach((tag, people) -> weights.put(tag, Math.log1p(people)));
        return weights;
    }

    /** Each weight the more, the fewer have the stem. */
    private static List<Map<String, Double>> byRarity(List<Map<String, Double>> all) {
        Map<String, Integer> having = new HashMap<>();
        all.forEach(one -> one.keySet().forEach(stem -> having.merge(stem, 1, Integer::sum)));
        return all.stream()
                .map(one -> {
                    Map<String, Double> weights = new HashMap<>();
                    one.forEach((stem, weight) ->
                            weights.put(stem, weight * Math.log(1 + (double) all.size() / number(having, stem))));
                    return weights;
                })
                .toList();
    }

    private static int number(Map<String, Integer> having, String stem) {
        return having.getOrDefault(stem, 1);
    }

    private static double cosine(Map<String, Double> one, Map<String, Double> other) {
        double lengths = length(one) * length(other);
        if (lengths == 0) {
            return 0;
        }
        double product = 0;
        for (Map.Entry<String, Double> weight : one.entrySet()) {
            product += weight.getValue() * other.getOrDefault(weight.getKey(), 0.0);
        }
        return Math.min(1, product / lengths);
    }

    private static double length(Map<String, Double> weights) {
        return Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
    }

    /** What both have, the weightiest first. */
    private static List<String> shared(Map<String, Double> one, Map<String, Double> other) {
        return one.entrySet().stream()
                .filter(weight -> other.containsKey(weight.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SHARED)
                .map(Map.Entry::getKey)
                .toList();
    }
}
