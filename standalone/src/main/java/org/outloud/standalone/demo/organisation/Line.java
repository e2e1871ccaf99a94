package org.outloud.standalone.demo.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of an import, written as JSON with its {@code type}; the fields are those of the public contract. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Line.Profile.class, name = "person"),
    @JsonSubTypes.Type(value = Line.Follow.class, name = "follow"),
    @JsonSubTypes.Type(value = Line.Community.class, name = "community"),
    @JsonSubTypes.Type(value = Line.Membership.class, name = "membership"),
    @JsonSubTypes.Type(value = Line.Post.class, name = "post"),
    @JsonSubTypes.Type(value = Line.Comment.class, name = "comment"),
    @JsonSubTypes.Type(value = Line.Reaction.class, name = "reaction"),
    @JsonSubTypes.Type(value = Line.Answer.class, name = "answer")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Line {

    /** What somebody says about themselves, beside what the HR system knows. */
    record Profile(
            String externalId,
            String userName,
            @Nullable String headline,
            String location,
            String timeZone,
            List<String> languages,
            List<Skill> skills,
            List<String> interests,
            @Nullable String askMeAbout,
            @Nullable String learning,
            @Nullable String purpose)
            implements Line {}

    /**
     * What somebody can, or would like to.
     *
     * @param level {@code learns}, {@code works-with} or {@code teaches}
     */
    record Skill(String name, String level) {}

    record Follow(String from, String to) implements Line {}

    /**
     * A community, hosted here or elsewhere.
     *
     * @param host {@code outloud}, or what it is hosted by; then it stands in the inventory only
     */
    record Community(
            String externalId,
            String slug,
            String name,
            String domain,
            String purpose,
            @Nullable String practice,
            @Nullable String rhythm,
            @Nullable String norms,
            @Nullable String visibility,
            String stage,
            String host,
            @Nullable String url,
            Instant createdAt,
            @Nullable String steward,
            LocalDate reviewBy,
            @Nullable Instant lastActivity,
            @Nullable Integer size)
            implements Line {}

    record Membership(String community, String person, String role, Instant since) implements Line {}

    /** Either the community or the audience says who reads it. */
    record Post(
            String externalId,
            String author,
            Instant createdAt,
            String kind,
            @Nullable String doing,
            @Nullable String learned,
            @Nullable String need,
            @Nullable String body,
            @Nullable String community,
            @Nullable Audience audience)
            implements Line {}

    record Audience(String type) {}

    /**
     * What was said under a post.
     *
     * @param inReplyTo a post or a comment
     */
    record Comment(String externalId, String author, Instant createdAt, String inReplyTo, String body)
            implements Line {}

    /**
     * A typed thank-you.
     *
     * @param post a post or a comment
     */
    record Reaction(String post, String author, String kind, Instant createdAt) implements Line {}

    /** The asker took the comment as the answer. */
    record Answer(String post, String comment) implements Line {}
}
