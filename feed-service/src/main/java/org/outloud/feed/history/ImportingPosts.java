package org.outloud.feed.history;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.feed.post.ImportedWords;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineOutcome;
import org.outloud.platform.imports.LineRejected;
import org.outloud.platform.problem.Invalid;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Brings posts and comments in, with their authors and times. Nobody is notified of history. */
@Service
class ImportingPosts {

    private static final int LONGEST_ID = 200;
    private static final List<String> AUDIENCES = List.of("everyone", "followers");

    private final Known known;
    private final ImportedPosts posts;
    private final ImportedWords words;
    private final RandomGenerator random = new SecureRandom();

    ImportingPosts(Known known, ImportedPosts posts, ImportedWords words) {
        this.known = known;
        this.posts = posts;
        this.words = words;
    }

    Mono<List<LineOutcome>> posts(List<ImportLine> lines) {
        return Mono.zip(known.people(Known.named(lines, "author")), known.communities(Known.named(lines, "community")))
                .flatMap(found -> keep(lines, line -> post(line, found.getT1(), found.getT2())));
    }

    Mono<List<LineOutcome>> comments(List<ImportLine> lines) {
        return Mono.zip(known.people(Known.named(lines, "author")), known.earlier(Known.named(lines, "inReplyTo")))
                .flatMap(found -> keep(lines, line -> comment(line, found.getT1(), found.getT2())));
    }

    private ImportedPost post(ImportLine line, Map<String, PersonId> people, Map<String, CommunityId> communities) {
        PersonId author = Known.author(line, people);
        String slug = line.optionalText("community", 255);
        CommunityId community = slug == null ? null : communities.get(slug);
        if (slug != null && community == null) {
            throw new LineRejected("community", "unknown-community", "No community here has this slug.");
        }
        String kind = line.word("kind", "working-out-loud", ImportedWords.KINDS);
        ImportedWords.Read read = words.read(
                kind,
                line.optionalText("body", 20_000),
                line.optionalText("doing", 5_000),
                line.optionalText("learned", 5_000),
                line.optionalText("need", 5_000));
        Instant createdAt = line.instant("createdAt");
        UUID id = idAt(createdAt);
        return row(
                line,
                id,
                kind,
                author,
                id,
                author.value(),
                null,
                audience(line, community),
                community,
                read,
                createdAt);
    }

    private @Nullable ImportedPost comment(
            ImportLine line, Map<String, PersonId> people, Map<String, Known.Earlier> earlier) {
        PersonId author = Known.author(line, people);
        Known.Earlier answered = earlier.get(line.text("inReplyTo", LONGEST_ID));
        if (answered == null) {
            return null;
        }
        ImportedWords.Read read = words.read("comment", line.text("body", 20_000), null, null, null);
        Instant createdAt = line.instant("createdAt");
        CommunityId community = answered.audience().equals("community") ? new CommunityId(answered.community()) : null;
        return row(
                line,
                idAt(createdAt),
                "comment",
                author,
                answered.root(),
                answered.rootAuthor(),
                answered.id(),
                answered.audience(),
                community,
                read,
                createdAt);
    }

    private static ImportedPost row(
            ImportLine line,
            UUID id,
            String kind,
            PersonId author,
            UUID root,
            UUID rootAuthor,
            @Nullable UUID inReplyTo,
            String audience,
            @Nullable CommunityId community,
            ImportedWords.Read read,
            Instant createdAt) {
        return new ImportedPost(
                id,
                line.text("externalId", LONGEST_ID),
                kind,
                author.value(),
                root,
                rootAuthor,
                inReplyTo,
                audience,
                community == null ? null : community.value(),
                read.body(),
                read.bodyHtml(),
                read.doing(),
                read.doingHtml(),
                read.learned(),
                read.learnedHtml(),
                read.need(),
                read.needHtml(),
                read.tags(),
                List.of(),
                createdAt);
    }

    private static String audience(ImportLine line, @Nullable CommunityId community) {
        if (community != null) {
            return "community";
        }
        if (line.body().get("audience") == null || line.body().get("audience").isNull()) {
            return "everyone";
        }
        return new ImportLine(line.number(), line.body().get("audience")).word("type", "everyone", AUDIENCES);
    }

    /** UUID version 7 of the time when it was really written, so that identifiers sort as the times do. */
    private UUID idAt(Instant time) {
        long most = (time.toEpochMilli() << 16) | 0x7000L | random.nextLong(0x1000L);
        long least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    /** Reads every line, keeps the good ones together, and tells each line's outcome. */
    private Mono<List<LineOutcome>> keep(List<ImportLine> lines, Reader reader) {
        List<LineOutcome> outcomes = new ArrayList<>();
        Map<Integer, ImportedPost> rows = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            outcomes.add(LineOutcome.unchanged());
            try {
                ImportedPost row = reader.read(lines.get(i));
                if (row == null) {
                    outcomes.set(i, LineOutcome.deferred("inReplyTo"));
                } else {
                    rows.put(i, row);
                }
            } catch (LineRejected e) {
                outcomes.set(i, e.outcome());
            } catch (Invalid e) {
                outcomes.set(
                        i,
                        LineOutcome.rejected(
                                e.errors().get(0).field(),
                                e.errors().get(0).code(),
                                e.errors().get(0).detail()));
            }
        }
        return posts.add(List.copyOf(rows.values())).map(added -> outcomes(outcomes, rows, added));
    }

    private static List<LineOutcome> outcomes(
            List<LineOutcome> outcomes, Map<Integer, ImportedPost> rows, Set<UUID> added) {
        rows.forEach((i, row) -> {
            if (added.contains(row.id())) {
                outcomes.set(i, LineOutcome.created());
            }
        });
        return outcomes;
    }

    @FunctionalInterface
    private interface Reader {
        @Nullable
        ImportedPost read(ImportLine line);
    }
}
