package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Whom one is told to follow; each test has words of its own. */
@ServiceTest
class SuggestionsTest {

    @Autowired
    WebTestClient web;

    Someone viewer;
    Someone other;
    final String word = UUID.randomUUID().toString();

    @BeforeEach
    void people() {
        viewer = Someone.named("viewer");
        other = Someone.named("other");
        viewer.id(web);
    }

    @Test
    void whoSharesNothingIsNotSuggested() {
        other.id(web);
        assertThat(suggested()).isEmpty();
    }

    @Test
    void theSameDepartmentIsAReason() {
        viewer.edits(web, "{\"department\": \"%s\"}".formatted(word));
        other.edits(web, "{\"department\": \"%s\"}".formatted(word));

        assertThat(suggested()).containsExactly(other.id(web) + " department " + word);
    }

    @Test
    void sharedSkillsAndInterestsMeetWithoutCase() {
        viewer.edits(
                web,
                "{\"skills\": [{\"name\": \"Skill %1$s\", \"level\": \"learns\"}], \"interests\": [\"interest %1$s\"]}"
                        .formatted(word));
        other.edits(
                web,
                "{\"skills\": [{\"name\": \"SKILL %1$s\", \"level\": \"teaches\"}], \"interests\": [\"Interest %1$s\"]}"
                        .formatted(word));

        assertThat(suggested())
                .containsExactly(other.id(web) + " skills Skill " + word + " interests interest " + word);
    }

    @Test
    void whatIsNotShownIsNoReason() {
        String same =
                "\"skills\": [{\"name\": \"%1$s\", \"level\": \"learns\"}], \"interests\": [\"%1$s\"]".formatted(word);
        viewer.edits(web, "{" + same + "}");
        other.edits(web, "{" + same + ", \"visibility\": {\"skills\": \"network\", \"interests\": \"me\"}}");
        assertThat(suggested()).isEmpty();

        other.puts(web, "/api/v1/people/" + viewer.id(web) + "/follow");
        assertThat(suggested()).containsExactly(other.id(web) + " skills " + word);
    }

    @Test
    void whomThoseFollowWhomOneFollowsComesFirstAndSaysThroughWhom() {
        viewer.edits(web, "{\"department\": \"%s\"}".formatted(word));
        Someone colleague = Someone.named("colleague");
        colleague.edits(web, "{\"department\": \"%s\"}".formatted(word));
        Someone one = Someone.named("a-one");
        Someone two = Someone.named("b-two");
        for (Someone between : List.of(one, two)) {
            viewer.puts(web, "/api/v1/people/" + between.id(web) + "/follow");
            between.puts(web, "/api/v1/people/" + other.id(web) + "/follow");
        }

        assertThat(suggested())
                .containsExactly(
                        other.id(web) + " followed-by " + name(one) + ", " + name(two),
                        colleague.id(web) + " department " + word);
    }

    @Test
    void whomOneFollowsOrStoppedFollowingIsNotSuggested() {
        viewer.edits(web, "{\"department\": \"%s\"}".formatted(word));
        other.edits(web, "{\"department\": \"%s\"}".formatted(word));
        viewer.puts(web, "/api/v1/people/" + other.id(web) + "/follow");
        assertThat(suggested()).isEmpty();
        viewer.deletes(web, "/api/v1/people/" + other.id(web) + "/follow");
        assertThat(suggested()).isEmpty();
    }

    @Test
    void whoLeftIsNeitherSuggestedNorAReason() {
        viewer.edits(web, "{\"department\": \"%s\"}".formatted(word));
        other.edits(web, "{\"department\": \"%s\"}".formatted(word));
        Hr.on(web)
                .asks(HttpMethod.DELETE, "/scim/v2/Users/" + other.id(web))
                .expectStatus()
                .isNoContent();
        assertThat(suggested()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mute", "block"})
    void whomOneKeepsAtADistanceIsNotSuggested(String how) {
        viewer.edits(web, "{\"department\": \"%s\"}".formatted(word));
        other.edits(web, "{\"department\": \"%s\"}".formatted(word));
        assertThat(suggested()).hasSize(1);
        viewer.puts(web, "/api/v1/people/" + other.id(web) + "/" + how);
        assertThat(suggested()).isEmpty();
    }

    @Test
    void whoBlockedTheViewerIsNotSuggested() {
        viewer.edits(web, "{\"department\": \"%s\"}".formatted(word));
        other.edits(web, "{\"department\": \"%s\"}".formatted(word));
        other.puts(web, "/api/v1/people/" + viewer.id(web) + "/block");
        assertThat(suggested()).isEmpty();
    }

    @Test
    void aReasonNamesThreeAndSaysThatThereAreMore() {
        String skills = "{\"skills\": [%s]}"
                .formatted(String.join(
                        ", ",
                        List.of("a", "b", "c", "d").stream()
                                .map(name -> "{\"name\": \"%s %s\", \"level\": \"learns\"}".formatted(name, word))
                                .toList()));
        viewer.edits(web, skills);
        other.edits(web, skills);

        JsonNode reason = viewer.gets(web, "/api/v1/people/suggestions").at("/items/0/reasons/0");
        assertThat(reason.get("things")).hasSize(3);
        assertThat(reason.get("more").booleanValue()).isTrue();
    }

    private String name(Someone someone) {
        return someone.gets(web, "/api/v1/me").at("/person/displayName").stringValue();
    }

    /** Each as their id, then the reasons in one line. */
    private List<String> suggested() {
        List<String> lines = new ArrayList<>();
        for (JsonNode item : viewer.gets(web, "/api/v1/people/suggestions").get("items")) {
            StringBuilder line = new StringBuilder(item.at("/person/id").stringValue());
            for (JsonNode reason : item.get("reasons")) {
                List<String> things = new ArrayList<>();
                reason.get("things")
                        .forEach(thing -> things.add(thing.get("name").stringValue()));
                line.append(' ')
                        .append(reason.get("kind").stringValue())
                        .append(' ')
                        .append(String.join(", ", things));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
