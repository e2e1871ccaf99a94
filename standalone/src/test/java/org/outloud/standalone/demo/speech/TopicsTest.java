package org.outloud.standalone.demo.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.outloud.standalone.demo.source.Resources;

class TopicsTest {

    private final List<Topic> topics = Topics.read().all();

    @Test
    void atLeastTwentyFiveTopicsHaveADozenSituationsEach() {
        assertThat(topics.stream().filter(topic -> situations(topic).size() >= 12))
                .hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void noSentenceStandsInTwoPlaces() {
        assertThat(topics.stream().flatMap(topic -> situations(topic).stream()).map(Material.Situation::learned))
                .doesNotHaveDuplicates();
        assertThat(topics.stream().flatMap(topic -> topic.replies().stream())).doesNotHaveDuplicates();
    }

    @Test
    void everyTopicBelongsToDepartmentsThatExist() {
        Set<String> departments = Resources.rows("departments.txt").stream()
                .map(row -> row.get(1))
                .collect(Collectors.toSet());
        assertThat(topics.stream().flatMap(topic -> topic.departments().stream()))
                .allMatch(departments::contains);
    }

    @Test
    void somePeopleWriteGerman() {
        assertThat(topics.stream().filter(Topic::isGerman)).isNotEmpty();
    }

    private static List<Material.Situation> situations(Topic topic) {
        return topic.materials().stream()
                .filter(Material.Situation.class::isInstance)
                .map(Material.Situation.class::cast)
                .toList();
    }
}
