package org.outloud.profile.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a person may show to fewer than everyone. */
public enum ProfileField {
    HEADLINE("headline"),
    LOCATION("location"),
    TIME_ZONE("timeZone"),
    LANGUAGES("languages"),
    SKILLS("skills"),
    INTERESTS("interests"),
    ASK_ME_ABOUT("askMeAbout"),
    LEARNING("learning"),
    PURPOSE("purpose");

    private final String word;

    ProfileField(String word) {
        this.word = word;
    }

    /** The field as the API names it. */
    @JsonValue
    public String word() {
        return word;
    }

    @JsonCreator
    static ProfileField of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("No field is called " + word));
    }

    static Optional<ProfileField> named(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }
}
