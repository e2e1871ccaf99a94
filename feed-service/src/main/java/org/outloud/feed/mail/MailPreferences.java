package org.outloud.feed.mail;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What each person wants to be mailed. */
@Repository
class MailPreferences {

    /** Every reason that a digest may have for a line, what concerns its reader most first. */
    static final List<String> KINDS =
            List.of("mention", "ask", "my-comment", "my-thread", "answer", "thanks", "share", "thread");

    private static final String OF = """
            select coalesce(m.digest, 'daily') as digest, coalesce(m.at_hour, 8)::int as at_hour, m.mail_kinds,
              m.quiet_from::int as quiet_from, m.quiet_to::int as quiet_to, coalesce(m.language, p.language) as language,
              p.time_zone, p.email
            from person p left join mail_preference m on m.person_id = p.id where p.id = :person
            """;
    private static final String KEEP = """
            insert into mail_preference (person_id, digest, at_hour, mail_kinds, quiet_from, quiet_to, language)
            values (:person, :digest, :at, string_to_array(:kinds, ' '), :quietFrom, :quietTo, :language)
            on conflict (person_id) do update
              set digest = excluded.digest, at_hour = excluded.at_hour, mail_kinds = excluded.mail_kinds,
                quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, language = excluded.language
            """;
    private static final String END = """
            insert into mail_preference (person_id, digest)
            select d.person_id, 'off' from digest d where d.unsubscribe = :key
            on conflict (person_id) do update set digest = excluded.digest
            returning person_id
            """;

    private final DatabaseClient database;

    MailPreferences(DatabaseClient database) {
        this.database = database;
    }

    Mono<Known> of(PersonId person) {
        return database.sql(OF).bind("person", person.value()).map(Known::of).one();
    }

    Mono<Void> keep(PersonId person, Wanted wanted) {
        return database.sql(KEEP)
                .bindProperties(new Row(
                        person.value(),
                        wanted.digest(),
                        (short) wanted.at(),
                        wanted.mailKinds().containsAll(KINDS) ? null : String.join(" ", wanted.mailKinds()),
                        wanted.quiet() == null ? null : (short) wanted.quiet().from(),
                        wanted.quiet() == null ? null : (short) wanted.quiet().to(),
                        wanted.language()))
                .then();
    }

    /** No digest any more for whoever has this key in their mails; empty when nobody has. */
    Mono<UUID> end(UUID key) {
        return database.sql(END).bind("key", key).mapValue(UUID.class).one();
    }

    /**
     * What somebody wants.
     *
     * @param at the hour of their day
     * @param language of the mails; null for what HR says
     */
    record Wanted(
            String digest,
            int at,
            List<String> mailKinds,
            @Nullable Quiet quiet,
            @Nullable String language) {}

    /** Hours of a day in which nothing is mailed, over midnight when it ends before it begins. */
    record Quiet(int from, int to) {}

    /** What somebody wants, and how mail reaches them. */
    record Known(
            Wanted wanted,
            @Nullable String timeZone,
            @Nullable String address) {

        static Known of(Readable row) {
            String[] kinds = row.get("mail_kinds", String[].class);
            Integer from = row.get("quiet_from", Integer.class);
            Integer to = row.get("quiet_to", Integer.class);
            return new Known(
                    new Wanted(
                            Objects.requireNonNull(row.get("digest", String.class)),
                            Objects.requireNonNull(row.get("at_hour", Integer.class)),
                            kinds == null ? KINDS : Arrays.asList(kinds),
                            from == null || to == null ? null : new Quiet(from, to),
                            row.get("language", String.class)),
                    row.get("time_zone", String.class),
                    row.get("email", String.class));
        }
    }

    private record Row(
            UUID person,
            String digest,
            short at,
            @Nullable String kinds,
            @Nullable Short quietFrom,
            @Nullable Short quietTo,
            @Nullable String language) {}
}
