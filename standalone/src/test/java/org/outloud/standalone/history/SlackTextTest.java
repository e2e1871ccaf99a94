package org.outloud.standalone.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {

    private final SlackText text = new SlackText(Map.of("U1", "ada"));

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            *bold* and _slanted_ → **bold** and _slanted_
            2 * 3 * 4 → 2 * 3 * 4
            ~gone~ for good → ~~gone~~ for good
            <@U1> knows → @ada knows
            <@U1|ada.l> knows → @ada knows
            <@U9|gone> knew, <@U8> too → gone knew, somebody too
            see <#C1|alarms> → see alarms
            <!here> hello <!subteam^S1|@nurses> → here hello nurses
            <https://a.example/x?y=1&amp;z=2> → <https://a.example/x?y=1&z=2>
            <https://a.example|the [page]> → [the [page\\]](<https://a.example>)
            a &lt; b &amp;&amp; c &gt; d → a < b && c > d
            `*x* <@U1>` stays → `*x* @U1` stays
            """)
    void marksUpAsMarkdown(String slack, String markdown) {
        assertThat(text.markdown(slack)).isEqualTo(markdown);
    }
}
