package org.outloud.platform.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.contracts.PersonId;

class MarkdownTest {

    private final Set<String> tags = new LinkedHashSet<>();

    @Test
    void tagsOfAnyScriptAreLinkedAndComparedWithoutCase() {
        String html = Markdown.render("#ADT and #Überwachung, not#this, #1 or `#code`", Map.of(), tags);
        assertThat(tags).containsExactly("adt", "überwachung");
        assertThat(html).contains("href=\"/tags/adt\"").contains(">#ADT</a>").contains("<code>#code</code>");
    }

    @Test
    void aTagHasAtMost64Characters() {
        Markdown.render("#" + "a".repeat(64) + " #" + "b".repeat(65), Map.of(), tags);
        assertThat(tags).containsExactly("a".repeat(64));
    }

    @Test
    void onlyPeopleWhoExistAreLinked() {
        PersonId ada = PersonId.next();
        String html = Markdown.render("@Ada, @nobody, ada@outloud.example", Map.of("ada", ada), tags);
        assertThat(html).contains("href=\"/people/" + ada + "\"").contains("&#64;nobody");
        assertThat(html).doesNotContain("&#64;nobody</a>");
        assertThat(Markdown.mentionedIn("@Ada and `@code` and x@y.example")).containsExactly("ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt&colon;alert(1))",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "[a](vbscript:x)",
                "![a](javascript:alert(1))",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<svg/onload=alert(1)>",
                "[a](<javascript:alert(1)>)",
                "<iframe src=//evil.example>",
                "`<b onmouseover=alert(1)>`",
                "[a](https://a.example \"x\\\" onmouseover=alert(1) y=\\\"\")",
            })
    void nothingThatIsWrittenRuns(String hostile) {
        String html = Markdown.render(hostile, Map.of(), tags);
        assertThat(html).doesNotContainIgnoringCase("<script").doesNotContainIgnoringCase("<img");
        assertThat(html).doesNotContainIgnoringCase("<svg").doesNotContainIgnoringCase("<iframe");
        assertThat(html).doesNotContainPattern("(?i)<[a-z]+[^>]*\\son[a-z]+\\s*=");
        assertThat(html).doesNotContainPattern("(?i)href=\"\\s*(javascript|data|vbscript)");
    }
}
