package org.outloud.community.landscape;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * An organisation of which it is known what is missing in it: topics with and without a community, chatter, and pairs of
 * communities that are the same under another name or only look alike. Words are made up, so that none means anything.
 */
final class Planted {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final int TOPICS = 40;
    private static final int SERVED = 20;
    private static final int RARE = 8;
    private static final int POSTS = 8_000;
    private static final int PEOPLE = 900;
    private static final String[] SYLLABLES = {
        "ba", "cor", "dim", "fel", "gor", "hul", "jak", "kem", "lom", "mur", "nal", "pok", "quil", "rad", "sov", "tam",
        "vul", "wob", "zek", "plo", "dra", "tro", "kle", "gru"
    };

    final List<Spoken> posts = new ArrayList<>();
    final List<Place> places = new ArrayList<>();

    /** Main words of topics that nobody serves. */
    final Set<String> gaps = new HashSet<>();

    /** Pairs that are the same, in the order of their identifiers. */
    final Set<Set<UUID>> duplicates = new HashSet<>();

    final Map<Set<UUID>, Integer> sharedMembers = new LinkedHashMap<>();

    private final Random random;
    private final Set<String> known = new HashSet<>();
    private final List<String> general = new ArrayList<>();
    private final List<List<String>> topics = new ArrayList<>();

    Planted(long seed) {
        random = new Random(seed);
        general.addAll(words(600));
        IntStream.range(0, TOPICS).forEach(i -> topics.add(words(8)));
        // Neighbours have a word in common
        IntStream.range(1, TOPICS)
                .forEach(i -> topics.get(i).set(7, topics.get(i - 1).get(2)));
        people();
        communities();
    }

    private void people() {
        for (int i = 0; i < POSTS; i++) {
            int topic = random.nextInt(TOPICS + TOPICS / 2);
            boolean chatter = topic >= TOPICS;
            boolean rare = topic < RARE;
            if (rare && random.nextInt(20) > 0) {
                continue;
            }
            int author = rare ? random.nextInt(4) : random.nextInt(PEOPLE);
            Map<String, String> words = new LinkedHashMap<>();
            Set<String> tags = new HashSet<>();
            if (!chatter) {
                List<String> about = topics.get(topic);
                IntStream.range(0, 2 + random.nextInt(4)).forEach(n -> {
                    String word = about.get((int) (about.size() * Math.pow(random.nextDouble(), 1.4)));
                    words.put(word, word);
                });
                // Every fourth topic is one that nobody tags
                if (topic % 4 != 0 && random.nextBoolean()) {
                    words.put(about.get(0), about.get(0));
                    tags.add(about.get(0));
                }
            }
            // What people tag whatever they speak of: no topic, and no planted one
            if (random.nextInt(40) == 0) {
                String idle = general.get(general.size() - 1 - random.nextInt(2));
                words.put(idle, idle);
                tags.add(idle);
            }
            IntStream.range(0, 6 + random.nextInt(12)).forEach(n -> {
                String word = general.get((int) (general.size() * Math.pow(random.nextDouble(), 3)));
                words.put(word, word);
            });
            Instant at = NOW.minus(Duration.ofMinutes(random.nextInt(12 * 7 * 24 * 60)));
            posts.add(new Spoken(
                    uuid(),
                    new UUID(7, author),
                    at,
                    random.nextInt(4) == 0,
                    List.copyOf(words.keySet()),
                    List.copyOf(words.values()),
                    tags));
        }
        for (int topic = RARE; topic < TOPICS; topic++) {
            if (topic >= RARE + SERVED) {
                gaps.add(topics.get(topic).get(0));
            }
        }
    }

    private void communities() {
        for (int topic = RARE; topic < RARE + SERVED; topic++) {
            List<String> words = topics.get(topic);
            place(words.get(0) + " guild", words.get(0), "We learn " + words.get(1) + " and " + words.get(2), Map.of());
        }
        List<String> fields = words(60);
        for (int i = 0; i < 200; i++) {
            List<String> own = words(6);
            String field = fields.get(random.nextInt(fields.size()));
            place(
                    own.get(0) + " " + field,
                    field,
                    "About " + own.get(1) + ", " + own.get(2) + " and " + general.get(i),
                    Map.of(own.get(3), 4));
        }
        for (int i = 0; i < 40; i++) {
            List<String> own = words(8);
            String field = fields.get(random.nextInt(fields.size()));
            Place one = place(
                    own.get(0) + " community",
                    own.get(0) + " " + field,
                    "We share " + own.get(1) + ", " + own.get(2) + " and " + own.get(3),
                    Map.of(own.get(4), 5));
            // The same under another name: by its words, or by its tags and the people in it
            Place other = i % 2 == 0
                    ? place(
                            own.get(0) + " practice group", own.get(0),
                            own.get(1) + " and " + own.get(2) + ", with " + own.get(6), Map.of())
                    : place(
                            own.get(5) + " " + own.get(0),
                            field,
                            "Meeting about " + own.get(1),
                            Map.of(own.get(4), 4, own.get(7), 1));
            duplicates.add(Set.of(one.id(), other.id()));
            sharedMembers.put(Set.of(one.id(), other.id()), i % 2 == 0 ? 2 : 7);
        }
        for (int i = 0; i < 8; i++) {
            List<String> own = words(8);
            String field = fields.get(i);
            // The same in other words: only what they say of their purpose is alike
            Place one = place(own.get(0) + " guild", field, "For " + own.get(1) + " and " + own.get(2), Map.of());
            Place other = place(own.get(3) + " circle", field, "On " + own.get(1) + " and " + own.get(2), Map.of());
            duplicates.add(Set.of(one.id(), other.id()));
            sharedMembers.put(Set.of(one.id(), other.id()), 3);
        }
        for (int i = 0; i < 40; i++) {
            List<String> own = words(8);
            String field = fields.get(random.nextInt(fields.size()));
            // Not the same, for all that they have a word of their names, a field and some people in common
            Place one = place(own.get(0) + " " + own.get(1), field, "About " + own.get(2), Map.of(own.get(3), 4));
            Place other = place(own.get(0) + " " + own.get(4), field, "About " + own.get(5), Map.of(own.get(6), 4));
            sharedMembers.put(Set.of(one.id(), other.id()), 2);
        }
        Collections.shuffle(places, random);
    }

    private Place place(String name, String domain, String about, Map<String, Integer> tags) {
        Place place = new Place(uuid(), null, true, name, domain, about, tags);
        places.add(place);
        return place;
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private List<String> words(int count) {
        List<String> words = new ArrayList<>();
        while (words.size() < count) {
            StringBuilder word = new StringBuilder();
            IntStream.range(0, 3 + random.nextInt(2))
                    .forEach(n -> word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]));
            String stem = Speech.stem(word.toString());
            if (known.add(stem)) {
                words.add(stem);
            }
        }
        return words;
    }
}
