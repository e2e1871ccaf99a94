package org.outloud.feed.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.RecognitionChanged;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineOutcome;
import org.outloud.platform.imports.LineRejected;
import org.outloud.platform.outbox.Outbox;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Brings thanks in: once for each post, person and kind, however often a file says it. */
@Service
class ImportingReactions {

    private static final List<String> KINDS = List.of("like", "helped", "taught", "inspired", "tried");

    private final Known known;
    private final ImportedThanks imported;
    private final Outbox outbox;

    ImportingReactions(Known known, ImportedThanks imported, Outbox outbox) {
        this.known = known;
        this.imported = imported;
        this.outbox = outbox;
    }

    Mono<List<LineOutcome>> apply(List<ImportLine> lines) {
        return Mono.zip(known.people(Known.named(lines, "author")), known.earlier(Known.named(lines, "post")))
                .flatMap(found -> keep(lines, found.getT1(), found.getT2()));
    }

    private Mono<List<LineOutcome>> keep(
            List<ImportLine> lines, Map<String, PersonId> people, Map<String, Known.Earlier> posts) {
        List<LineOutcome> outcomes = new ArrayList<>();
        List<Thanked> thanked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            outcomes.add(LineOutcome.unchanged());
            try {
                thanked.add(read(i, lines.get(i), people, posts));
            } catch (LineRejected e) {
                outcomes.set(i, e.outcome());
            }
        }
        return imported.add(thanked).flatMap(added -> {
            Set<ImportedThanks.Key> fresh = new HashSet<>(added);
            List<RecognitionChanged> events = new ArrayList<>();
            for (Thanked one : thanked) {
                if (fresh.remove(one.key())) {
                    outcomes.set(one.line(), LineOutcome.created());
                    events.add(one.toEvent());
                }
            }
            return outbox.append(events).thenReturn(outcomes);
        });
    }

    private static Thanked read(
            int at, ImportLine line, Map<String, PersonId> people, Map<String, Known.Earlier> posts) {
        PersonId giver = Known.author(line, people);
        Known.Earlier post = posts.get(line.text("post", 200));
        if (post == null) {
            throw new LineRejected("post", "unknown-reference", "No line brought this post in.");
        }
        String kind = line.word("kind", "like", KINDS);
        if (giver.value().equals(post.author()) && !kind.equals("like")) {
            throw new LineRejected("author", "own-post", "Thanks come from others.");
        }
        return new Thanked(at, post, giver, kind, line.instant("createdAt"));
    }
}
