package org.outloud.profile.expert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PostId;

/**
 * One thing behind a reason.
 *
 * @param type {@code post}, {@code person}, {@code skill} or {@code profile}
 * @param id of the post or person
 * @param text the skill's name, the person's name, or what the profile says
 * @param level of a skill
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvidenceItem(
        String type,
        @Nullable UUID id,
        @Nullable String text,
        @Nullable String level) {

    static EvidenceItem post(PostId id) {
        return new EvidenceItem("post", id.value(), null, null);
    }

    static EvidenceItem person(Candidate.Via via) {
        return new EvidenceItem("person", via.id().value(), via.displayName(), null);
    }

    static EvidenceItem skill(Candidate.Declared skill) {
        return new EvidenceItem("skill", null, skill.name(), skill.level().word());
    }

    static EvidenceItem profile(String text) {
        return new EvidenceItem("profile", null, text, null);
    }
}
