package org.outloud.feed.post;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.feed.person.People;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.privacy.Scrub;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Takes a name out of everything that was ever said here, and tells it again without. Looks at every text there is, which
 * takes seconds at a million posts: nobody waits for it.
 */
@Repository
public class ScrubbingPosts {

    private static final String FIND = """
            select %s from post p
            where :person = any(p.mentions)
              or lower(concat_ws(' ', p.body, p.doing, p.learned, p.need)) like any(:names)
            order by p.id for update of p
            """.formatted(Said.COLUMNS);
    private static final String KEEP = """
            update post set version = version + 1, body = :body, body_html = :bodyHtml, doing = :doing,
              doing_html = :doingHtml, learned = :learned, learned_html = :learnedHtml, need = :need, need_html = :needHtml, link = null,
              link_removed = null
            where id = :id
            """;
    private static final String BLANK_DELETED = """
            update post set body = null, body_html = null, doing = null, doing_html = null, learned = null,
              learned_html = null, need = null, need_html = null, link = null, link_removed = null, tags = '{}', mentions = '{}'
            where author_id = :person and deleted_at is not null
            """;

    private final DatabaseClient database;
    private final Editions editions;
    private final People people;
    private final Outbox outbox;

    ScrubbingPosts(DatabaseClient database, Editions editions, People people, Outbox outbox) {
        this.database = database;
        this.editions = editions;
        this.people = people;
        this.outbox = outbox;
    }

    /** Replaces a person's names; the person is known by the pseudonym already. Joins the caller's transaction. */
    public Mono<Void> scrub(PersonId person, Scrub scrub) {
        return database.sql(FIND)
                .bind("person", person.value())
                .bind("names", scrub.patterns())
                .map(Said::of)
                .all()
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(said -> tellAgain(said, said.words().scrubbed(scrub)))
                .then(editions.scrub(scrub));
    }

    /** What a person took away is not kept under a pseudonym either. */
    public Mono<Void> blankDeleted(PersonId person) {
        return editions.forgetDeleted(person)
                .then(database.sql(BLANK_DELETED).bind("person", person.value()).then());
    }

    private Mono<Void> tellAgain(Said said, Words words) {
        if (words.equals(said.words())) {
            return Mono.empty();
        }
        Set<String> names = RenderingPosts.mentionedIn(words);
        return people.byUserName(names)
                .map(known -> RenderingPosts.rendering(words, mentioned(known, said.mentions())))
                .flatMap(rendering -> keep(said, words, rendering.rendered()))
                .then(
                        said.withdrawn()
                                ? Mono.empty()
                                : Mono.defer(
                                        () -> outbox.append(said.reworded(words).toldAgain(said.version() + 1))));
    }

    /** Only what was a mention before is one now. */
    private static Map<String, PersonId> mentioned(Map<String, PersonId> known, List<UUID> mentions) {
        return known.entrySet().stream()
                .filter(each -> mentions.contains(each.getValue().value()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Mono<Void> keep(Said said, Words words, Rendered html) {
        return database.sql(KEEP)
                .bindProperties(new Row(
                        said.id(),
                        words.body(),
                        html.body(),
                        words.doing(),
                        html.doing(),
                        words.learned(),
                        html.learned(),
                        words.need(),
                        html.need()))
                .then();
    }

    private record Row(
            UUID id,
            @Nullable String body,
            @Nullable String bodyHtml,
            @Nullable String doing,
            @Nullable String doingHtml,
            @Nullable String learned,
            @Nullable String learnedHtml,
            @Nullable String need,
            @Nullable String needHtml) {}
}
