package org.outloud.community.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.platform.problem.Invalid;

class EntryDetailsTest {

    @Test
    void aCommunityIsReviewedHalfAYearAfterItBegan() {
        assertThat(EntryDetails.firstReview(Instant.parse("2026-08-31T22:00:00Z")))
                .isEqualTo("2027-02-28");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outloud", "Outloud", " OUTLOUD "})
    void nothingElsewhereIsHostedHere(String host) {
        assertThatThrownBy(() -> entry(host, null).elsewhere()).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "chat.example/x", "https://a b", "//x"})
    void anAddressThatCouldDoHarmIsRefused(String url) {
        assertThatThrownBy(() -> entry("Slack", url).elsewhere()).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://chat.example/c/1", "http://x", "mailto:list@example.org"})
    void addressesOfTheWebAndOfMailingListsAreFine(String url) {
        assertThatCode(() -> entry("Slack", url).elsewhere()).doesNotThrowAnyException();
    }

    @Test
    void whatIsHostedHereSaysItsNameOnItsOwnPage() {
        EntryDetails before = entry("outloud", null);
        EntryDetails renamed =
                new EntryDetails("Other", null, "outloud", null, List.of(), Stage.POTENTIAL, LocalDate.EPOCH, null);
        EntryDetails reviewed =
                new EntryDetails("Name", null, "outloud", null, List.of(), Stage.MATURING, LocalDate.MAX, null);

        assertThatThrownBy(() -> renamed.hostedHere(before)).isInstanceOf(Invalid.class);
        assertThat(reviewed.hostedHere(before)).isEqualTo(reviewed);
    }

    private static EntryDetails entry(String host, @Nullable String url) {
        return new EntryDetails("Name", null, host, url, List.of(), Stage.POTENTIAL, LocalDate.EPOCH, null);
    }
}
