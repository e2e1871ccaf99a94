package org.outloud.feed.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.RecognitionChanged;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineOutcome;
import org.outloud.platform.imports.LineRejected;
import org.outloud.platform.outbox.Outbox;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Brings thanks in: once for each post, person and kind, however often a file says it. */
@Service
class ImportingReactions {

    private static final List<String> KINDS = List.of("like", "helped", "taught", "inspired", "tried");
    private static final String INSERT = """
            insert into reaction (post_id, person_id, kind, given, created_at)
            select r.post, r.person, r.kind, true, r.at
            from unnest(:posts::uuid[], :people::uuid[], :kinds::text[], :times::timestamptz[])
              as r (post, person, kind, at)
            on conflict do nothing
            returning post_id, person_id, kind
            """;

    private final Known known;
    private final DatabaseClient database;
    private final Outbox outbox;

    ImportingReactions(Known known, DatabaseClient database, Outbox outbox) {
        this.known = known;
        this.database = database;
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
        return insert(thanked).flatMap(added -> {
            Set<String> fresh = new HashSet<>(added);
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

    private Mono<Set<String>> insert(List<Thanked> thanked) {
        if (thanked.isEmpty()) {
            return Mono.just(Set.of());
        }
        return database.sql(INSERT)
                .bind("posts", thanked.stream().map(one -> one.post().id()).toArray(UUID[]::new))
                .bind("people", thanked.stream().map(one -> one.giver().value()).toArray(UUID[]::new))
                .bind("kinds", thanked.stream().map(Thanked::kind).toArray(String[]::new))
                .bind("times", thanked.stream().map(Thanked::at).toArray(Instant[]::new))
                .map(row -> key(
                        Objects.requireNonNull(row.get("post_id", UUID.class)),
                        Objects.requireNonNull(row.get("person_id", UUID.class)),
                        Objects.requireNonNull(row.get("kind", String.class))))
                .all()
                .collect(Collectors.toSet());
    }

    private static String key(UUID post, UUID person, String kind) {
        return post + "/" + person + "/" + kind;
    }

    private record Thanked(int line, Known.Earlier post, PersonId giver, String kind, Instant at) {

        String key() {
            return ImportingReactions.key(post.id(), giver.value(), kind);
        }

        RecognitionChanged toEvent() {
            return new RecognitionChanged(
                    new PostId(post.id()),
                    new PostId(post.root()),
                    new PersonId(post.author()),
                    giver,
                    kind,
                    true,
                    1,
                    at);
        }
    }
}
