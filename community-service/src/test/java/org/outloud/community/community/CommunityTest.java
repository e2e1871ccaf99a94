package org.outloud.community.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outloud.community.membership.Visibility;
import org.outloud.contracts.CommunityId;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Invalid;

class CommunityTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    private final Community community = Community.founded(details("rust", "Rust"), MONDAY);

    @Test
    void anEditRaisesTheVersionAndTellsWhatIsSoNow() {
        Community edited = community.edited(details("rust", "Rust at work"));

        assertThat(edited.version()).isEqualTo(2);
        assertThat(edited.toEvent(MONDAY).name()).isEqualTo("Rust at work");
        assertThat(edited.edited(details("rust", "Rust at work"))).isSameAs(edited);
    }

    @Test
    void theSlugStays() {
        assertThatThrownBy(() -> community.edited(details("ferris", "Rust"))).isInstanceOf(Invalid.class);
    }

    @Test
    void aCommunityIsNotPartOfItself() {
        Details circular = new Details("rust", "Rust", null, null, null, null, null, Visibility.OPEN, community.id());

        assertThatThrownBy(() -> community.edited(circular)).isInstanceOf(Invalid.class);
        assertThat(community.id()).isNotEqualTo(CommunityId.next());
    }

    @Test
    void anArchivedCommunityChangesNoMore() {
        Community archived = community.archived(MONDAY);

        assertThat(archived.toEvent(MONDAY).archived()).isTrue();
        assertThat(archived.archived(MONDAY)).isSameAs(archived);
        assertThatThrownBy(() -> archived.edited(details("rust", "Other"))).isInstanceOf(Conflicting.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Rust & friends, rust-friends",
        "  Älter werden in Straßburg  , alter-werden-in-strassburg",
        "C++, c",
        "東京, community",
        "---, community",
        "Crème brûlée 2026, creme-brulee-2026",
    })
    void aSlugIsMadeFromTheName(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug).matches(Slug.PATTERN);
    }

    @Test
    void aLongNameMakesASlugThatStillLeavesRoomForAnEnding() {
        assertThat(Slug.of("x".repeat(120))).hasSize(60);
        assertThat(Slug.unguessable(Slug.of("y".repeat(120))))
                .hasSizeLessThanOrEqualTo(80)
                .matches(Slug.PATTERN);
    }

    @Test
    void blanksSayNothing() {
        Details blank = new Details("a", "  A  ", "  ", "", null, null, null, Visibility.OPEN, null);

        assertThat(blank.name()).isEqualTo("A");
        assertThat(blank.domain()).isNull();
        assertThat(blank.purpose()).isNull();
    }

    private static Details details(String slug, String name) {
        return new Details(slug, name, null, null, null, null, null, Visibility.OPEN, null);
    }
}
