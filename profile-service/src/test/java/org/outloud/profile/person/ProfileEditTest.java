package org.outloud.profile.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outloud.platform.problem.FieldProblem;
import org.outloud.platform.problem.Invalid;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ProfileEditTest {

    private static final Profile ADA = edit(Profile.named("Ada"), """
            {"headline": "Keeps pumps alive", "location": "Graz", "languages": ["de", "en"],
             "skills": [{"name": "Alarms", "level": "teaches"}], "jobTitle": "Engineer"}""");

    @Test
    void whatIsNotSentStays() {
        assertThat(edit(ADA, "{}")).isEqualTo(ADA);
        assertThat(edit(ADA, "{\"unheard\": 1}")).isEqualTo(ADA);
    }

    @Test
    void whatIsSentReplacesAndNullClears() {
        Profile edited = edit(ADA, """
                {"headline": null, "location": "  Linz ", "languages": null, "purpose": "", "timeZone": "Europe/Vienna",
                 "skills": [{"name": "Valves", "level": "works-with"}], "jobTitleShown": true}""");

        assertThat(edited.headline()).isNull();
        assertThat(edited.location()).isEqualTo("Linz");
        assertThat(edited.languages()).isEmpty();
        assertThat(edited.purpose()).isNull();
        assertThat(edited.timeZone()).isEqualTo("Europe/Vienna");
        assertThat(edited.skills()).containsExactly(new Skill("Valves", Level.WORKS_WITH));
        assertThat(edited.jobTitleShown()).isTrue();
        assertThat(edited.jobTitle()).isEqualTo("Engineer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"displayName\": null} | displayName | required",
                "{\"displayName\": \"  \"} | displayName | required",
                "{\"headline\": 7} | headline | malformed",
                "{\"headline\": \"a\\u0000b\"} | headline | nul-character",
                "{\"timeZone\": \"Europe/Atlantis\"} | timeZone | unknown-value",
                "{\"jobTitleShown\": \"yes\"} | jobTitleShown | malformed",
                "{\"languages\": \"de\"} | languages | malformed",
                "{\"languages\": [\"de\", null]} | languages[1] | required",
                "{\"skills\": [{\"name\": \"a\", \"level\": \"masters\"}]} | skills[0].level | unknown-value",
                "{\"skills\": [7]} | skills[0].name | required",
                "{\"skills\": [{\"name\": \"Go\", \"level\": \"learns\"}, {\"name\": \"GO\", \"level\": \"teaches\"}]}"
                        + " | skills[1].name | duplicate"
            })
    void aFaultNamesItsFieldAndReason(String sent, String field, String code) {
        assertThat(faults(sent)).first().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.code()).isEqualTo(code);
        });
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String tooLong = "x".repeat(1001);
        assertThat(faults("{\"purpose\": \"" + tooLong + "\", \"learning\": \"" + tooLong + "\"}"))
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple("learning", "too-long"), tuple("purpose", "too-long"));
    }

    private static List<FieldProblem> faults(String sent) {
        Invalid refusal = catchThrowableOfType(Invalid.class, () -> edit(ADA, sent));
        return refusal.errors();
    }

    private static Profile edit(Profile now, String sent) {
        return ProfileEdit.apply(now, (ObjectNode) new JsonMapper().readTree(sent));
    }
}
