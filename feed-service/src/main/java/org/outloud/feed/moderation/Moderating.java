package org.outloud.feed.moderation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.feed.notification.Noticing;
import org.outloud.feed.post.HidingPosts;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Forbidden;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Reporting what should not stand here, deciding about it, and objecting once to the decision. */
@Service
class Moderating {

    private final Cases cases;
    private final HidingPosts hiding;
    private final Noticing noticing;

    Moderating(Cases cases, HidingPosts hiding, Noticing noticing) {
        this.cases = cases;
        this.hiding = hiding;
        this.noticing = noticing;
    }

    /** Reports what somebody else wrote and the reporter may read; all reports until a decision are one case. */
    @Transactional
    public Mono<Void> report(PersonId reporter, PostId post, Reason reason, @Nullable String detail) {
        return cases.authorOf(post, reporter)
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(author -> {
                    if (author.equals(reporter)) {
                        throw new Forbidden("reports-own-words");
                    }
                })
                .flatMap(author -> cases.open(post).switchIfEmpty(Mono.error(Absent::new)))
                .flatMap(id -> cases.report(id, reporter, reason, detail));
    }

    /** Nobody decides about their own words, and nobody about what somebody else has decided meanwhile. */
    @Transactional
    public Mono<Void> decide(PersonId moderator, UUID id, Decision decision, @Nullable String note) {
        return cases.hold(id).switchIfEmpty(Mono.error(Absent::new)).flatMap(held -> {
            if (held.author().equals(moderator)) {
                throw new Forbidden("decides-about-own-words");
            }
            if (!decision.possibleIn(held.state())) {
                throw new Conflicting("already-decided");
            }
            return cases.decide(id, held, moderator, decision, note)
                    .then(Mono.defer(() -> switch (decision) {
                        case HIDE -> hiding.hide(held.post());
                        case RESTORE -> hiding.show(held.post());
                        case DISMISS, UPHOLD -> Mono.<Void>empty();
                    }))
                    .then(Mono.defer(() -> decision == Decision.DISMISS
                            ? Mono.empty()
                            : noticing.decided(held.author(), held.post(), id, decision.state())));
        });
    }

    /** The author of something hidden objects, once. To everybody else there is no such case. */
    @Transactional
    public Mono<Void> appeal(PersonId author, UUID id, String text) {
        return cases.hold(id)
                .filter(held -> held.author().equals(author))
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(held -> switch (held.state()) {
                    case "hidden" -> cases.appeal(id, text);
                    case "appealed", "upheld" -> Mono.error(new Conflicting("already-appealed"));
                    default -> Mono.error(new Absent());
                });
    }
}
