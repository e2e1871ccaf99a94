package org.outloud.feed.history;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.feed.community.Communities;
import org.outloud.feed.person.People;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineRejected;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Finds what lines refer to by name. People and communities may have been brought in a moment ago and still be on their
 * way here, so unknown ones are waited for a little.
 */
@Repository
class Known {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int PAUSES = 40;

    /** An earlier line's post or comment. */
    record Earlier(
            UUID id, UUID root, UUID rootAuthor, UUID author, String audience, UUID community, boolean comment) {}

    private final People people;
    private final Communities communities;
    private final DatabaseClient database;

    Known(People people, Communities communities, DatabaseClient database) {
        this.people = people;
        this.communities = communities;
        this.database = database;
    }

    Mono<Map<String, PersonId>> people(Set<String> userNames) {
        return patiently(() -> people.byUserName(userNames), userNames.size());
    }

    Mono<Map<String, CommunityId>> communities(Set<String> slugs) {
        return slugs.isEmpty() ? Mono.just(Map.of()) : patiently(() -> communities.bySlug(slugs), slugs.size());
    }

    /** Posts and comments by the external ids they were brought in with. */
    Mono<Map<String, Earlier>> earlier(Set<String> externalIds) {
        return database.sql("""
                        select external_id, id, root_id, root_author_id, author_id, audience,
                          coalesce(community_id, id) as community_id, in_reply_to is not null as comment
                        from post where external_id = any(:ids) and deleted_at is null
                        """)
                .bind("ids", externalIds.toArray(String[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("external_id", String.class)),
                        new Earlier(
                                Objects.requireNonNull(row.get("id", UUID.class)),
                                Objects.requireNonNull(row.get("root_id", UUID.class)),
                                Objects.requireNonNull(row.get("root_author_id", UUID.class)),
                                Objects.requireNonNull(row.get("author_id", UUID.class)),
                                Objects.requireNonNull(row.get("audience", String.class)),
                                Objects.requireNonNull(row.get("community_id", UUID.class)),
                                Boolean.TRUE.equals(row.get("comment", Boolean.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The texts of a field, in lower case where they are user names; what is no text is refused when its line is read. */
    static Set<String> named(List<ImportLine> lines, String field) {
        Set<String> names = new TreeSet<>();
        for (ImportLine line : lines) {
            JsonNode name = line.body().get(field);
            if (name != null && name.isString()) {
                names.add(field.equals("author") ? name.stringValue().toLowerCase(Locale.ROOT) : name.stringValue());
            }
        }
        return names;
    }

    static PersonId author(ImportLine line, Map<String, PersonId> people) {
        PersonId author = people.get(line.text("author", 255).toLowerCase(Locale.ROOT));
        if (author == null) {
            throw new LineRejected("author", "unknown-person", "Nobody here has this user name.");
        }
        return author;
    }

    private static <V> Mono<Map<String, V>> patiently(java.util.function.Supplier<Mono<Map<String, V>>> find, int all) {
        return Mono.defer(find)
                .filter(found -> found.size() >= all)
                .repeatWhenEmpty(PAUSES, tries -> tries.delayElements(PAUSE))
                .onErrorResume(IllegalStateException.class, e -> Mono.defer(find))
                .switchIfEmpty(Mono.defer(find));
    }
}
