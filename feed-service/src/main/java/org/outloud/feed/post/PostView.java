package org.outloud.feed.post;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.springframework.http.ResponseEntity;

/**
 * A post as a reader gets it: JSON that PostgreSQL has built, and of it what the service itself looks at. Passing the text on
 * costs a fraction of reading each column and writing it again.
 *
 * @param createdAt its place in lists, with the id
 * @param reactions JSON object of counts by kind; a kind that is absent counts 0
 * @param thanks JSON object of the first three people by kind of thanks
 * @param said the fields that are the same for everybody who may read it, as JSON members without braces
 * @param mine JSON object of what the reader did with it
 * @param answer the accepted comment
 * @param shared what it passes on
 */
public record PostView(
        PostId id,
        PostId rootId,
        PersonId authorId,
        Instant createdAt,
        long version,
        String reactions,
        String thanks,
        String said,
        String mine,
        @Nullable PostView answer,
        @Nullable Shared shared) {

    /**
     * What a post passes on.
     *
     * @param id for the service alone: a reader who may not read it does not learn it
     * @param post null when the reader does not get to see it
     */
    public record Shared(PostId id, @Nullable PostView post) {

        Shared forAnybody() {
            return new Shared(id, post == null ? null : post.forAnybody());
        }
    }

    private static final String NOTHING_DONE = "{\"reactions\":[],\"saved\":false,\"muted\":false,\"followed\":false}";

    PostView with(@Nullable PostView accepted, @Nullable Shared passedOn) {
        return new PostView(
                id, rootId, authorId, createdAt, version, reactions, thanks, said, mine, accepted, passedOn);
    }

    /** The post without what one reader did with it, to be shown to several who see the same of what it passes on. */
    public PostView forAnybody() {
        return new PostView(
                id,
                rootId,
                authorId,
                createdAt,
                version,
                reactions,
                thanks,
                said,
                NOTHING_DONE,
                answer == null ? null : answer.forAnybody(),
                shared == null ? null : shared.forAnybody());
    }

    /** The answer to whoever has just published it. */
    public ResponseEntity<PostView> created() {
        return ResponseEntity.created(URI.create("/api/v1/posts/" + id))
                .eTag(String.valueOf(version))
                .body(this);
    }

    /** The whole as JSON. */
    @JsonValue
    @JsonRawValue
    public String json() {
        StringBuilder json = new StringBuilder(said.length() + 512);
        write(json);
        return json.toString();
    }

    /**
     * The whole as JSON, with one member more.
     *
     * @param value JSON
     */
    public String jsonWith(String member, String value) {
        StringBuilder json = new StringBuilder(said.length() + value.length() + 512);
        write(json);
        json.setLength(json.length() - 1);
        return json.append(",\"")
                .append(member)
                .append("\":")
                .append(value)
                .append('}')
                .toString();
    }

    private void write(StringBuilder json) {
        json.append('{')
                .append(said)
                .append(",\"reactions\":")
                .append(reactions)
                .append(",\"thanks\":")
                .append(thanks)
                .append(",\"mine\":")
                .append(mine)
                .append(",\"answer\":");
        if (answer == null) {
            json.append("null");
        } else {
            answer.write(json);
        }
        json.append(",\"shared\":");
        if (shared == null) {
            json.append("null");
        } else {
            json.append("{\"post\":");
            if (shared.post() == null) {
                json.append("null");
            } else {
                shared.post().write(json);
            }
            json.append('}');
        }
        json.append('}');
    }
}
