package org.outloud.feed.pace;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.feed.pace.RecentPosts.Recent;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Hasty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps one voice from drowning the others: a person who posts at the pace of people never meets it. */
@Component
public class Pace {

    private static final Duration DAY = Duration.ofDays(1);

    private final RecentPosts posts;
    private final PaceProperties limits;

    Pace(RecentPosts posts, PaceProperties limits) {
        this.posts = posts;
        this.limits = limits;
    }

    /**
     * Refuses one more post or comment of an author who posts too many, or the same again and again.
     *
     * @param words all that it says, its parts joined by a space
     * @param link the first page elsewhere that it leads to
     */
    public Mono<Void> check(PersonId author, String words, @Nullable String link) {
        if (!limits.enabled()) {
            return Mono.empty();
        }
        String longText = words.length() < limits.longText() ? null : words;
        return posts.of(author, limits.moment(), longText, link)
                .doOnNext(recent -> refuse(recent, Instant.now()))
                .then();
    }

    private void refuse(Recent recent, Instant now) {
        if (recent.inMoment() >= limits.perMoment() && recent.oldestInMoment() != null) {
            throw tooFast(recent.oldestInMoment().plus(limits.moment()), now);
        }
        if (recent.inDay() >= limits.perDay() && recent.oldestInDay() != null) {
            throw tooFast(recent.oldestInDay().plus(DAY), now);
        }
        if (recent.sameWords() >= limits.sameWords()) {
            throw new Conflicting("said-already", limits.sameWords());
        }
        if (recent.sameLink() >= limits.sameLink()) {
            throw new Conflicting("linked-already", limits.sameLink());
        }
    }

    private static Hasty tooFast(Instant free, Instant now) {
        long seconds = Math.max(1, Duration.between(now, free).toSeconds() + 1);
        return new Hasty("too-fast", Duration.ofSeconds(seconds), (seconds + 59) / 60);
    }
}
