package org.outloud.profile.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.outloud.platform.problem.Invalid;

class DirectoryQueryTest {

    @Test
    void everyWordMayBeBegunOnly() {
        assertThat(words("Ada Lind")).isEqualTo("ada:* & lind:*");
        assertThat(words("Anne-Marie")).isEqualTo("anne:* & marie:*");
        assertThat(words("Ärger")).isEqualTo("ärger:*");
    }

    @Test
    void whatHasAMeaningInQueriesIsTakenAway() {
        assertThat(words("a' | b & !c:* <-> (d)")).isEqualTo("a:* & b:* & c:* & d:*");
        assertThat(words("  ?!  ")).isNull();
        assertThat(words("")).isNull();
    }

    @Test
    void aNulCharacterIsRefused() {
        assertThatThrownBy(() -> words("a\0b")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> words("x".repeat(201))).isInstanceOf(Invalid.class);
    }

    private static @Nullable String words(String q) {
        return DirectoryQuery.of(q, null, null, null, false).words();
    }
}
