package org.outloud.feed.community;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.MembershipChanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Communities and memberships, as their topics tell them. */
@Repository
public class Communities {

    private static final String KEEP = """
            insert into community (id, version, slug, name, visibility, archived)
            values (:id, :version, :slug, :name, :visibility, :archived)
            on conflict (id) do update
              set version = excluded.version, slug = excluded.slug, name = excluded.name,
                visibility = excluded.visibility, archived = excluded.archived
              where community.version < excluded.version
            """;
    private static final String KEEP_MEMBERSHIP = """
            insert into membership (community_id, person_id, version, role)
            values (:community, :person, :version, :role)
            on conflict (community_id, person_id) do update
              set version = excluded.version, role = excluded.role
              where membership.version < excluded.version
            """;
    private static final String STANDING = """
            select c.visibility, c.archived, is_member(c.id, :person) as member
            from community c where c.id = :community
            """;

    private final DatabaseClient database;

    Communities(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps what the event says, unless something newer is known. */
    Mono<Void> keep(CommunityChanged event) {
        return database.sql(KEEP)
                .bind("id", event.id().value())
                .bind("version", event.version())
                .bind("slug", event.slug())
                .bind("name", event.name())
                .bind("visibility", event.visibility())
                .bind("archived", event.archived())
                .then();
    }

    /** Keeps what the event says; false when something newer is known. */
    public Mono<Boolean> keep(MembershipChanged event) {
        DatabaseClient.GenericExecuteSpec statement = database.sql(KEEP_MEMBERSHIP)
                .bind("community", event.communityId().value())
                .bind("person", event.personId().value())
                .bind("version", event.version());
        statement =
                event.role() == null ? statement.bindNull("role", String.class) : statement.bind("role", event.role());
        return statement.fetch().rowsUpdated().map(rows -> rows > 0);
    }

    /** How a person stands to a community; empty when there is none, or it is secret to that person. */
    public Mono<Standing> standing(CommunityId community, PersonId person) {
        return database.sql(STANDING)
                .bind("community", community.value())
                .bind("person", person.value())
                .map(Communities::toStanding)
                .one()
                .filter(standing -> standing.member() || !standing.visibility().equals("secret"));
    }

    /** Ids of the slugs that are known. */
    public Mono<Map<String, CommunityId>> bySlug(Collection<String> slugs) {
        return database.sql("select id, slug from community where slug = any(:slugs)")
                .bind("slugs", slugs.toArray(String[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("slug", String.class)),
                        new CommunityId(Objects.requireNonNull(row.get("id", UUID.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Standing toStanding(Readable row) {
        return new Standing(
                Objects.requireNonNull(row.get("visibility", String.class)),
                Boolean.TRUE.equals(row.get("archived", Boolean.class)),
                Boolean.TRUE.equals(row.get("member", Boolean.class)));
    }

    /**
     * How a person stands to a community.
     *
     * @param visibility {@code open}, {@code closed} or {@code secret}
     * @param member whether the person may read what is said in a closed one, and post
     */
    public record Standing(String visibility, boolean archived, boolean member) {

        /** Whether the community's feed is open to the person. */
        public boolean mayRead() {
            return member || visibility.equals("open");
        }
    }
}
