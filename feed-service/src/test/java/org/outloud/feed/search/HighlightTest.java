package org.outloud.feed.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HighlightTest {

    @Test
    void wordsAreMarkedAndEverythingElseIsText() {
        assertThat(Highlight.of("Waiting <b>first</b> & waited", Set.of("waiting", "waited")))
                .isEqualTo("<mark>Waiting</mark> &lt;b&gt;first&lt;/b&gt; &amp; <mark>waited</mark>");
    }

    @Test
    void ofALongTextThePartWithTheMostWordsIsShown() {
        String text = "alarm " + "so much else ".repeat(60) + "the alarm limits of the alarm " + "and more ".repeat(60);

        String highlight = Highlight.of(text, Set.of("alarm", "limits"));

        assertThat(highlight)
                .startsWith("… ")
                .endsWith(" …")
                .contains("the <mark>alarm</mark> <mark>limits</mark> of the <mark>alarm</mark>")
                .hasSizeLessThan(330);
    }

    @Test
    void whatWasTypedIsReadAsWordsPhrasesAndExclusions() {
        assertThat(SearchTerms.of(
                        "alarm \"limits first\" -silent -\"at night\" „zwei Wörter“ well-known - \"\" \"open"))
                .isEqualTo(new SearchTerms(
                        List.of("alarm", "limits first", "zwei Wörter", "well-known", "open"),
                        List.of("silent", "at night")));
    }
}
