package org.outloud.feed.post;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.feed.person.PersonRef;

/**
 * A post as a reader gets it. Texts come as written and as sanitised HTML.
 *
 * @param waitingSince since when an ask is open, null when nothing was asked or it was answered
 * @param mentions JSON array of the people mentioned
 * @param reactions JSON object of counts by kind; a kind that is absent counts 0
 * @param thanks JSON object of the first three people by kind of thanks
 * @param answer the accepted comment
 */
public record PostView(
        PostId id,
        String kind,
        PersonRef author,
        @Nullable String body,
        @Nullable String bodyHtml,
        @Nullable String doing,
        @Nullable String doingHtml,
        @Nullable String learned,
        @Nullable String learnedHtml,
        @Nullable String need,
        @Nullable String needHtml,
        AudienceView audience,
        @Nullable CommunityRef community,
        @Nullable PostId inReplyTo,
        PostId rootId,
        Instant createdAt,
        @Nullable Instant editedAt,
        List<String> tags,
        @JsonRawValue String mentions,
        List<Object> attachments,
        @Nullable Instant waitingSince,
        int commentCount,
        @JsonRawValue String reactions,
        @JsonRawValue String thanks,
        Mine mine,
        @Nullable PostView answer,
        long version) {

    /** The audience's type, and the community when it is one. */
    public record AudienceView(String type, @Nullable CommunityId communityId) {}

    /** A community as it stands beside a post. */
    public record CommunityRef(CommunityId id, String slug, String name) {}

    /** What the reader did with the post. */
    public record Mine(List<String> reactions, boolean saved, boolean muted) {}

    PostView answeredBy(PostView accepted) {
        return new PostView(
                id,
                kind,
                author,
                body,
                bodyHtml,
                doing,
                doingHtml,
                learned,
                learnedHtml,
                need,
                needHtml,
                audience,
                community,
                inReplyTo,
                rootId,
                createdAt,
                editedAt,
                tags,
                mentions,
                attachments,
                null,
                commentCount,
                reactions,
                thanks,
                mine,
                accepted,
                version);
    }

    /** The post without what one reader did with it, to be shown to several. */
    public PostView forAnybody() {
        return new PostView(
                id,
                kind,
                author,
                body,
                bodyHtml,
                doing,
                doingHtml,
                learned,
                learnedHtml,
                need,
                needHtml,
                audience,
                community,
                inReplyTo,
                rootId,
                createdAt,
                editedAt,
                tags,
                mentions,
                attachments,
                waitingSince,
                commentCount,
                reactions,
                thanks,
                new Mine(List.of(), false, false),
                answer,
                version);
    }

    /** Who wrote it, for rules about one's own posts. */
    public PersonId authorId() {
        return author.id();
    }
}
