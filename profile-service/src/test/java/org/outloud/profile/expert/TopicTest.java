package org.outloud.profile.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.platform.problem.Invalid;

class TopicTest {

    @Test
    void enoughOfTheTermsInAnyCombinationIsOnTheTopic() {
        assertThat(Topic.atLeast(2, List.of("'a'", "'b' | 'c'", "'d'")))
                .isEqualTo("(('a') & ('b' | 'c')) | (('a') & ('d')) | (('b' | 'c') & ('d'))");
    }

    @Test
    void aShortTopicIsWantedWhole() {
        assertThat(List.of(Topic.wanted(1), Topic.wanted(2), Topic.wanted(3), Topic.wanted(8)))
                .containsExactly(1, 2, 2, 6);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "a\0b"})
    void whatIsNoTopicIsRefused(String topic) {
        assertThatThrownBy(() -> Topic.of(topic)).isInstanceOf(Invalid.class);
    }

    @Test
    void aTopicHasAnEnd() {
        assertThatThrownBy(() -> Topic.of("a".repeat(201))).isInstanceOf(Invalid.class);
    }
}
