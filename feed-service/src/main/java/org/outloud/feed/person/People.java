package org.outloud.feed.person;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.contracts.event.PersonChanged.Contact;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Everybody who works here, as the people topic tells it. */
@Repository
public class People {

    private static final String KEEP = """
            insert into person (id, version, subject, user_name, display_name, avatar, department, active, email, time_zone,
              language)
            values (:id, :version, :subject, :userName, :displayName, :avatar, :department, :active, :email, :timeZone,
              :language)
            on conflict (id) do update
              set version = excluded.version, subject = excluded.subject, user_name = excluded.user_name,
                display_name = excluded.display_name, avatar = excluded.avatar, department = excluded.department,
                active = excluded.active,
                email = case when :reached then excluded.email else person.email end,
                time_zone = case when :reached then excluded.time_zone else person.time_zone end,
                language = case when :reached then excluded.language else person.language end
              where person.version < excluded.version
            """;

    private static final Contact UNTOLD = new Contact(null, null, null);

    private final DatabaseClient database;

    People(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps what the event says, unless something newer is known. */
    Mono<Void> keep(PersonChanged event) {
        Contact contact = Objects.requireNonNullElse(event.contact(), UNTOLD);
        return database.sql(KEEP)
                .bindProperties(new Row(
                        event.id().value(),
                        event.version(),
                        event.subject(),
                        event.userName(),
                        event.displayName(),
                        event.avatar(),
                        event.department(),
                        event.active(),
                        event.contact() != null,
                        contact.email(),
                        contact.timeZone(),
                        contact.language()))
                .then();
    }

    /** Ids of the user names that are known, by user name in lower case, whoever asks. */
    public Mono<Map<String, PersonId>> byUserName(Collection<String> userNames) {
        return byUserName(
                database.sql(
                        "select id, lower(user_name) as name from person" + " where lower(user_name) = any(:names)"),
                userNames);
    }

    /** Ids of the user names that the viewer may meet, by user name in lower case. */
    public Mono<Map<String, PersonId>> byUserName(Collection<String> userNames, PersonId viewer) {
        return byUserName(
                database.sql("select id, lower(user_name) as name from visible_person(:viewer)"
                                + " where lower(user_name) = any(:names)")
                        .bind("viewer", viewer.value()),
                userNames);
    }

    private static Mono<Map<String, PersonId>> byUserName(
            DatabaseClient.GenericExecuteSpec query, Collection<String> userNames) {
        String[] lower =
                userNames.stream().map(name -> name.toLowerCase(Locale.ROOT)).toArray(String[]::new);
        return query.bind("names", lower)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("name", String.class)),
                        new PersonId(Objects.requireNonNull(row.get("id", UUID.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** How many of the ids are people here whom the viewer may meet. */
    public Mono<Long> count(Collection<UUID> ids, PersonId viewer) {
        return database.sql("select count(*) from visible_person(:viewer) where id = any(:ids) and active")
                .bind("viewer", viewer.value())
                .bind("ids", ids.toArray(UUID[]::new))
                .mapValue(Long.class)
                .one();
    }

    private record Row(
            UUID id,
            long version,
            @Nullable String subject,
            String userName,
            String displayName,
            @Nullable String avatar,
            @Nullable String department,
            boolean active,
            boolean reached,
            @Nullable String email,
            @Nullable String timeZone,
            @Nullable String language) {}
}
