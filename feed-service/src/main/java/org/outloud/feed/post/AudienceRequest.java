package org.outloud.feed.post;

import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Invalid;

/** An audience as clients name it. */
public record AudienceRequest(
        @Nullable String type,
        @Nullable CommunityId communityId,
        @Nullable @Size(max = 100) List<PersonId> personIds) {

    /** The audience, or an {@link Invalid} that names what does not fit. */
    public Audience toAudience() {
        return switch (type == null ? "" : type) {
            case "everyone" -> new Audience.Everyone();
            case "followers" -> new Audience.Followers();
            case "community" -> new Audience.Community(required(communityId, "audience.communityId"));
            case "people" -> new Audience.People(named());
            case "" -> throw Invalid.field("audience.type", "required", "Say who this is for.");
            default ->
                throw Invalid.field("audience.type", "unknown-value", "One of everyone, followers, community, people.");
        };
    }

    private List<PersonId> named() {
        List<PersonId> people = required(personIds, "audience.personIds");
        if (people.isEmpty()) {
            throw Invalid.field("audience.personIds", "required", "Name at least one person.");
        }
        if (people.stream().anyMatch(Objects::isNull)) {
            throw Invalid.field("audience.personIds", "malformed", "Each person is named by an id.");
        }
        return List.copyOf(new LinkedHashSet<>(people));
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw Invalid.field(field, "required", "This field is required for the audience chosen.");
        }
        return value;
    }
}
