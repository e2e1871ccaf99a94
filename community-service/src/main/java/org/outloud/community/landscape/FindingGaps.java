package org.outloud.community.landscape;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.landscape.Topics.Topic;

/** Topics that many speak of, less those that a community serves. */
final class FindingGaps {

    private static final int MOST = 50;
    private static final int MOST_WORDS = 8;
    private static final int MOST_EXAMPLES = 5;
    private static final Duration WEEK = Duration.ofDays(7);

    /** What an entry has to set against a topic. */
    private record Offer(Place place, Set<String> called, Set<String> words) {

        static Offer of(Place place) {
            return new Offer(place, place.called().keySet(), place.words().keySet());
        }

        /** Which part of what people say about a topic stands in what the entry says, each word by those who use it. */
        double share(Topic topic) {
            double all =
                    topic.people().values().stream().mapToInt(people -> people).sum();
            double had = topic.people().entrySet().stream()
                    .filter(word -> has(word.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            return had / all;
        }

        private boolean has(String stem) {
            return words.contains(stem) || place.speaksOf(stem);
        }

        /** Called by one of the topic's first words, or that is a tag at home there. */
        boolean isNamedFor(Topic topic, int words) {
            return topic.stems().stream().limit(words).anyMatch(stem -> called.contains(stem) || place.speaksOf(stem));
        }
    }

    private record Near(Offer offer, double share) {}

    private FindingGaps() {}

    /** The gaps, the one that most people speak of first. */
    static List<Gap> in(List<Spoken> posts, List<Place> places, Instant now, Method method) {
        List<Offer> offers = places.stream().map(Offer::of).toList();
        return Topics.in(posts, method).stream()
                .filter(topic -> offers.stream()
                        .noneMatch(offer -> offer.isNamedFor(topic, method.namedFor())
                                || offer.share(topic) >= method.servedShare()))
                .map(topic -> gap(topic, nearest(topic, offers), now, method))
                .sorted(Comparator.comparingInt((Gap gap) -> -gap.people())
                        .thenComparingInt(gap -> -gap.asks())
                        .thenComparing(Gap::label))
                .limit(MOST)
                .toList();
    }

    private static @Nullable Near nearest(Topic topic, List<Offer> offers) {
        return offers.stream()
                .map(offer -> new Near(offer, offer.share(topic)))
                .filter(near -> near.share() > 0)
                .max(Comparator.comparingDouble(Near::share))
                .orElse(null);
    }

    private static Gap gap(Topic topic, @Nullable Near nearest, Instant now, Method method) {
        return new Gap(
                topic.label(),
                topic.words().stream().limit(MOST_WORDS).toList(),
                Topics.people(topic.posts()),
                topic.posts().size(),
                (int) topic.posts().stream().filter(Spoken::asks).count(),
                weeks(topic.posts(), now, method.weeks()),
                examples(topic.posts()),
                nearest == null ? null : nearest.offer().place().id(),
                nearest == null ? 0 : nearest.share());
    }

    private static List<Integer> weeks(List<Spoken> posts, Instant now, int weeks) {
        Integer[] counts = new Integer[weeks];
        Arrays.fill(counts, 0);
        for (Spoken post : posts) {
            long ago = Duration.between(post.at(), now).dividedBy(WEEK);
            if (ago >= 0 && ago < weeks) {
                counts[(int) (weeks - 1 - ago)]++;
            }
        }
        return List.of(counts);
    }

    /** Questions first, then the newest, each of somebody else. */
    private static List<UUID> examples(List<Spoken> posts) {
        Set<UUID> authors = new HashSet<>();
        return posts.stream()
                .sorted(Comparator.comparing((Spoken post) -> !post.asks())
                        .thenComparing(Spoken::at, Comparator.reverseOrder())
                        .thenComparing(Spoken::post))
                .filter(post -> authors.add(post.author()))
                .limit(MOST_EXAMPLES)
                .map(Spoken::post)
                .toList();
    }
}
