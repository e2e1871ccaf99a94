package org.outloud.community.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gaps and overlaps are found where they were put, and nowhere else; the figures stand in docs/gaps-and-overlaps.md. */
class FindingTest {

    private static final Logger LOG = LoggerFactory.getLogger(FindingTest.class);
    private static final Method METHOD = Method.STATED;
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    /** What was found of what there is. */
    private record Figures(int found, int right, int planted) {

        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        double recall() {
            return (double) right / planted;
        }

        Figures and(Figures other) {
            return new Figures(found + other.found, right + other.right, planted + other.planted);
        }
    }

    @Test
    void plantedGapsAreFound() {
        Figures all = SEEDS.stream().map(FindingTest::gaps).reduce(new Figures(0, 0, 0), Figures::and);

        LOG.info("Gaps: {}, precision {}, recall {}", all, all.precision(), all.recall());
        assertThat(all.precision()).isGreaterThanOrEqualTo(0.9);
        assertThat(all.recall()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void plantedDuplicatesAreFound() {
        Figures all = SEEDS.stream().map(FindingTest::overlaps).reduce(new Figures(0, 0, 0), Figures::and);

        LOG.info("Overlaps: {}, precision {}, recall {}", all, all.precision(), all.recall());
        assertThat(all.precision()).isGreaterThanOrEqualTo(0.9);
        assertThat(all.recall()).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void theSamePostsFindTheSame() {
        Planted planted = new Planted(4);

        assertThat(FindingGaps.in(planted.posts, planted.places, Planted.NOW, METHOD))
                .isEqualTo(FindingGaps.in(planted.posts, planted.places, Planted.NOW, METHOD));
    }

    @Test
    void aTopicOfFewIsNone() {
        assertThat(FindingGaps.in(said("soldering", METHOD.leastPeople() - 1), List.of(), Planted.NOW, METHOD))
                .isEmpty();
        assertThat(FindingGaps.in(said("soldering", METHOD.leastPeople()), List.of(), Planted.NOW, METHOD))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.label()).isEqualTo("soldering");
                    assertThat(gap.people()).isEqualTo(5);
                    assertThat(gap.weeks()).endsWith(5);
                    assertThat(gap.examples()).hasSize(5);
                });
    }

    @Test
    void aCommunityOfThatNameOrDomainServesATopic() {
        List<Spoken> posts = said("soldering", 9);

        assertThat(FindingGaps.in(posts, List.of(place("Makers", "Soldering", null)), Planted.NOW, METHOD))
                .isEmpty();
        assertThat(FindingGaps.in(posts, List.of(place("Solder", null, null)), Planted.NOW, METHOD))
                .isEmpty();
        assertThat(FindingGaps.in(posts, List.of(place("Gardening", null, null)), Planted.NOW, METHOD))
                .hasSize(1);
    }

    @Test
    void aPartOfACommunityIsNoDuplicateOfIt() {
        Place whole = place("Soldering", "Soldering", null);
        Place part = new Place(UUID.randomUUID(), whole.id(), true, "Soldering", "Soldering", null, Map.of());
        Place other = place("Soldering", "Soldering", null);

        assertThat(FindingOverlaps.candidates(List.of(whole, part), METHOD)).isEmpty();
        assertThat(FindingOverlaps.candidates(List.of(whole, other), METHOD))
                .singleElement()
                .satisfies(pair -> assertThat(pair.sharedWords()).containsExactly("soldering"));
    }

    @Test
    void wordsAreStemmedInBothLanguagesAndWithoutWhatSaysNothing() {
        assertThat(Speech.words("The tests of our services are slow: see https://example.org/slow and `x = tests`"))
                .containsKeys("test", "servic", "slow")
                .doesNotContainKeys("the", "our", "example.org");
        assertThat(Speech.words("Die Schulungen über das Vertragsrecht sind ausgebucht, @bo"))
                .containsEntry("schulung", "schulungen")
                .containsKey("vertragsrecht")
                .doesNotContainKeys("die", "über", "bo");
    }

    private static Figures gaps(long seed) {
        Planted planted = new Planted(seed);
        List<Gap> found = FindingGaps.in(planted.posts, planted.places, Planted.NOW, METHOD);
        Set<String> right = found.stream()
                .flatMap(gap ->
                        gap.words().stream().filter(planted.gaps::contains).limit(1))
                .collect(Collectors.toSet());
        found.stream()
                .filter(gap -> gap.words().stream().noneMatch(planted.gaps::contains))
                .forEach(gap -> LOG.info("Not planted: {}", gap));
        return new Figures(found.size(), right.size(), planted.gaps.size());
    }

    private static Figures overlaps(long seed) {
        Planted planted = new Planted(seed);
        List<Overlap> found = FindingOverlaps.shown(
                FindingOverlaps.candidates(planted.places, METHOD).stream()
                        .map(pair ->
                                pair.with(planted.sharedMembers.getOrDefault(Set.of(pair.one(), pair.other()), 0), 10))
                        .toList(),
                METHOD);
        int right = (int) found.stream()
                .filter(pair -> planted.duplicates.contains(Set.of(pair.one(), pair.other())))
                .count();
        return new Figures(found.size(), right, planted.duplicates.size());
    }

    private static List<Spoken> said(String tag, int people) {
        String stem = Speech.stem(tag);
        return IntStream.range(0, people)
                .mapToObj(person -> new Spoken(
                        UUID.randomUUID(),
                        new UUID(1, person),
                        Planted.NOW.minusSeconds(60),
                        false,
                        List.of(stem),
                        List.of(tag),
                        Set.of(stem)))
                .toList();
    }

    private static Place place(String name, @Nullable String domain, @Nullable String about) {
        return new Place(UUID.randomUUID(), null, true, name, domain, about, Map.of());
    }
}
