package org.outloud.profile.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The words that people use for skills and interests: spelled one way by everybody, first come. */
@Repository
public class Vocabulary {

    private static final String LEARN = """
            insert into vocabulary (key, name) select key, name from unnest(:keys::text[], :names::text[]) as word (key, name)
            order by key
            on conflict do nothing
            """;
    private static final String BEGUN = """
            select name from vocabulary where key >= :from and key < :from || chr(1114111) order by key limit :most
            """;

    private final DatabaseClient database;

    Vocabulary(DatabaseClient database) {
        this.database = database;
    }

    /** A profile's words in everybody's spelling; those that everyone may see become part of the vocabulary. */
    Mono<Profile> agree(Profile profile) {
        return learn(profile.openWords())
                .then(Mono.defer(() -> spellings(profile.words())))
                .map(profile::spelled);
    }

    /** Words that begin so. */
    public Flux<String> begun(String prefix, int most) {
        return database.sql(BEGUN)
                .bind("from", Folded.of(prefix))
                .bind("most", most)
                .mapValue(String.class)
                .all();
    }

    private Mono<Void> learn(List<String> words) {
        return words.isEmpty()
                ? Mono.empty()
                : database.sql(LEARN)
                        .bind("keys", words.stream().map(Folded::of).toArray(String[]::new))
                        .bind("names", words.toArray(String[]::new))
                        .then();
    }

    private Mono<Map<String, String>> spellings(Collection<String> words) {
        if (words.isEmpty()) {
            return Mono.just(Map.of());
        }
        return database.sql("select key, name from vocabulary where key = any(:keys)")
                .bind("keys", words.stream().map(Folded::of).toArray(String[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("key", String.class)),
                        Objects.requireNonNull(row.get("name", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
