package org.outloud.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.platform.problem.Invalid;

class CursorTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T00:11:22.123456Z", "1969-12-31T23:59:59.999999Z", "1970-01-01T00:00:00Z"})
    void aTimeCursorComesBackToTheMicrosecond(String time) {
        Cursor.At at = new Cursor.At(Instant.parse(time), UUID.randomUUID());
        assertThat(Cursor.at(at.encode())).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59Z", "+200000-01-01T00:00:00Z"})
    void aTimeThatNoDatabaseKeepsIsRefused(String time) {
        String cursor = new Cursor.At(Instant.parse(time), UUID.randomUUID()).encode();
        assertThatThrownBy(() -> Cursor.at(cursor)).isInstanceOf(Invalid.class);
    }

    @Test
    void aTextCursorKeepsAnyScript() {
        Cursor.Named named = new Cursor.Named("Nguyễn Thảo Linh", UUID.randomUUID());
        assertThat(Cursor.named(named.encode())).isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "nonsense", "AQ", "!!!", "AgAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatWasNotHandedOutIsRefusedByName(String cursor) {
        assertThatThrownBy(() -> Cursor.at(cursor))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors().get(0).field()).isEqualTo("cursor"));
    }

    @Test
    void theSurplusItemOnlyTellsThatThereAreMore() {
        UUID id = UUID.randomUUID();
        Page<Integer> page = Page.of(List.of(1, 2, 3), 2, item -> new Cursor.At(Instant.ofEpochSecond(item), id));
        assertThat(page.items()).containsExactly(1, 2);
        assertThat(page.next()).isEqualTo(new Cursor.At(Instant.ofEpochSecond(2), id).encode());
        assertThat(Page.of(List.of(1, 2), 2, item -> new Cursor.At(Instant.EPOCH, id))
                        .next())
                .isNull();
    }
}
