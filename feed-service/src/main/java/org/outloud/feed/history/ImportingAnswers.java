package org.outloud.feed.history;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.AnswerChanged;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineOutcome;
import org.outloud.platform.imports.LineRejected;
import org.outloud.platform.outbox.Outbox;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings in which comment the asker accepted. */
@Service
class ImportingAnswers {

    private final Known known;
    private final ImportedPosts posts;
    private final Outbox outbox;

    ImportingAnswers(Known known, ImportedPosts posts, Outbox outbox) {
        this.known = known;
        this.posts = posts;
        this.outbox = outbox;
    }

    Mono<List<LineOutcome>> apply(List<ImportLine> lines) {
        Set<String> ids = new HashSet<>(Known.named(lines, "post"));
        ids.addAll(Known.named(lines, "comment"));
        return known.earlier(ids)
                .flatMap(found -> Flux.fromIterable(lines)
                        .concatMap(line -> accept(line, found))
                        .collectList());
    }

    private Mono<LineOutcome> accept(ImportLine line, Map<String, Known.Earlier> found) {
        try {
            Known.Earlier post = reference(line, "post", found);
            Known.Earlier comment = reference(line, "comment", found);
            if (post.comment() || !comment.comment() || !comment.root().equals(post.id())) {
                throw new LineRejected("comment", "unknown-reference", "This is no comment of that thread.");
            }
            return accept(post, comment);
        } catch (LineRejected e) {
            return Mono.just(e.outcome());
        }
    }

    private Mono<LineOutcome> accept(Known.Earlier post, Known.Earlier comment) {
        return posts.accept(post.id(), comment.id())
                .flatMap(version -> outbox.append(new AnswerChanged(
                                new PostId(post.id()),
                                new PostId(comment.id()),
                                new PersonId(post.author()),
                                new PersonId(comment.author()),
                                version,
                                Instant.now()))
                        .thenReturn(LineOutcome.created()))
                .defaultIfEmpty(LineOutcome.unchanged());
    }

    private static Known.Earlier reference(ImportLine line, String field, Map<String, Known.Earlier> found) {
        Known.Earlier earlier = found.get(line.text(field, 200));
        if (earlier == null) {
            throw new LineRejected(field, "unknown-reference", "No line brought this in.");
        }
        return earlier;
    }
}
