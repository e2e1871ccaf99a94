package org.outloud.feed.post;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.platform.db.Changes;
import org.springframework.stereotype.Component;

/**
 * What a post says to everybody who may read it and meets everybody in it, as long as nothing of it changes. Whoever takes it
 * from here was allowed to read the post by the database a moment ago, and brings the {@link State} in which it stood then.
 */
@Component
class SharedPosts {

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final long MOST_CHARACTERS = 24_000_000;
    private static final Pattern SHOWN = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    private final Changes changes;
    private final Cache<UUID, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((UUID id, Kept post) -> post.weight())
            .expireAfterWrite(MEMORY)
            .build();

    /**
     * Everything of a post's own that its readers see, as numbers.
     *
     * @param stamp counts what no version counts, as thanks
     */
    record State(
            long version,
            long stamp,
            int comments,
            @Nullable UUID answer) {}

    /** The texts of {@link PostView} that are the same for all. */
    record Text(
            PostId id,
            PostId rootId,
            PersonId authorId,
            Instant createdAt,
            State state,
            String reactions,
            String thanks,
            String said) {

        PostView seen(String mine) {
            return new PostView(
                    id, rootId, authorId, createdAt, state.version(), reactions, thanks, said, mine, null, null);
        }

        int weight() {
            return reactions.length() + thanks.length() + said.length();
        }
    }

    /** With the people and the community that are named in it, and the moment before it was read. */
    private record Kept(Text text, Set<UUID> shown, long since) {

        int weight() {
            return text.weight() + 200 + 100 * shown.size();
        }
    }

    SharedPosts(Changes changes) {
        this.changes = changes;
    }

    /** The moment to keep what is read from now on with. */
    long now() {
        return changes.now();
    }

    /** What a post says, if it is known in that very state and nobody in it was renamed since. */
    @Nullable
    Text find(UUID id, State state) {
        Kept found = kept.getIfPresent(id);
        return found != null && found.text().state().equals(state) && changes.unchanged(found.since(), found.shown())
                ? found.text()
                : null;
    }

    /** Keeps what was read after that moment, and is committed. */
    void keep(Text text, long since) {
        kept.put(text.id().value(), new Kept(text, shownIn(text), since));
    }

    private static Set<UUID> shownIn(Text text) {
        Set<UUID> shown = new LinkedHashSet<>();
        for (String json : new String[] {text.said(), text.thanks()}) {
            for (Matcher ids = SHOWN.matcher(json); ids.find(); ) {
                shown.add(UUID.fromString(Objects.requireNonNull(ids.group(1))));
            }
        }
        shown.remove(text.id().value());
        return Set.copyOf(shown);
    }
}
