package org.outloud.community.community;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.inventory.Stage;
import org.outloud.community.membership.Role;
import org.outloud.community.membership.Visibility;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.paging.Cursor;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** All communities that are hosted here. */
@Repository
class Communities {

    private static final String ADD = """
            insert into community (id, slug, name, domain, purpose, practice, rhythm, norms, visibility, parent_id,
              created_at, archived_at, version)
            values (:id, :slug, :name, :domain, :purpose, :practice, :rhythm, :norms, :visibility, :parent, :createdAt,
              :archivedAt, :version)
            on conflict on constraint community_slug_unique do nothing
            """;
    private static final String FIND = """
            select id, slug, name, domain, purpose, practice, rhythm, norms, visibility, parent_id, created_at,
              archived_at, version
            from community where id = :id
            """;
    private static final String SAVE = """
            update community set slug = :slug, name = :name, domain = :domain, purpose = :purpose, practice = :practice,
              rhythm = :rhythm, norms = :norms, visibility = :visibility, parent_id = :parent,
              created_at = :createdAt, archived_at = :archivedAt, version = :version
            where id = :id
            """;
    private static final String VIEW = """
            select c.id, c.slug, c.name, c.domain, c.purpose, c.practice, c.rhythm, c.norms, c.visibility, e.stage,
              (select p.id from visible_community(:viewer) p where p.id = c.parent_id) as parent_id,
              (select json_build_object('id', i.id, 'slug', i.slug, 'name', i.name)
               from visible_community(:viewer) i where i.id = c.merged_into)::text as merged_into,
              e.size as members, c.created_at, c.archived_at is not null as archived, c.version, m.role,
              m.asked_at is not null as asked,
              exists (select 1 from norms_seen n where n.community_id = c.id and n.person_id = :viewer) as norms_seen
            from visible_community(:viewer) c
            join inventory_entry e on e.id = c.id
            left join membership m on m.community_id = c.id and m.person_id = :viewer
            %s
            """;
    /** The first time stays; counts nothing when the viewer may not know of the community. */
    private static final String SEE_NORMS = """
            insert into norms_seen (community_id, person_id, seen_at)
            select c.id, :viewer, :now from visible_community(:viewer) c where c.id = :id
            on conflict (community_id, person_id) do update set seen_at = norms_seen.seen_at
            """;

    private static final String MAY_BE_PARENT = """
            with recursive ancestor (id) as (
              select id from visible_community(:viewer) where id = :parent
              union select c.parent_id from ancestor a join community c on c.id = a.id where c.parent_id is not null)
            select exists (select 1 from ancestor) and not exists (select 1 from ancestor where id = :community)
            """;

    /** Family trees change one at a time, so that two changes together make no circle. */
    private static final String HOLD_FAMILIES = "select pg_advisory_xact_lock(7155968, 2)";

    private final DatabaseClient database;
    private final JsonMapper json;

    Communities(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps a new community; false when its slug is taken. */
    Mono<Boolean> add(Community community) {
        Row row = Row.of(community);
        return database.sql(ADD).bindProperties(row).fetch().rowsUpdated().map(added -> added == 1);
    }

    /** A community, whoever asks. */
    Mono<Community> find(CommunityId id) {
        return database.sql(FIND)
                .bind("id", id.value())
                .map(Communities::toCommunity)
                .one();
    }

    Mono<Void> save(Community community) {
        return database.sql(SAVE).bindProperties(Row.of(community)).then();
    }

    /** A community as the viewer sees it; empty when the viewer may not know of it. */
    Mono<CommunityView> view(CommunityId id, PersonId viewer) {
        return database.sql(VIEW.replace("%s", "where c.id = :id"))
                .bind("viewer", viewer.value())
                .bind("id", id.value())
                .map(this::toView)
                .one();
    }

    /** A page of those the viewer may know of, by name. */
    Mono<List<CommunityView>> page(CommunityQuery query, PersonId viewer, Cursor.@Nullable Named after, int most) {
        return query.criteria(after)
                .with("viewer", viewer.value())
                .with("most", most)
                .on(database, VIEW + "order by c.name collate \"und-x-icu\", c.id limit :most")
                .map(this::toView)
                .all()
                .collectList();
    }

    /** Remembers that the viewer has read the norms; false when the viewer may not know of the community. */
    Mono<Boolean> seeNorms(CommunityId id, PersonId viewer, Instant now) {
        return database.sql(SEE_NORMS)
                .bind("viewer", viewer.value())
                .bind("id", id.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(seen -> seen == 1);
    }

    /** Whether a community may be part of another, as far as the viewer knows it and without going in circles. */
    Mono<Boolean> mayBePartOf(CommunityId parent, CommunityId community, PersonId viewer) {
        return database.sql(HOLD_FAMILIES)
                .then()
                .then(database.sql(MAY_BE_PARENT)
                        .bind("viewer", viewer.value())
                        .bind("parent", parent.value())
                        .bind("community", community.value())
                        .mapValue(Boolean.class)
                        .one());
    }

    static Community toCommunity(Readable row) {
        Details details = new Details(
                row.get("slug", String.class),
                Columns.get(row, "name", String.class),
                row.get("domain", String.class),
                row.get("purpose", String.class),
                row.get("practice", String.class),
                row.get("rhythm", String.class),
                row.get("norms", String.class),
                Visibility.of(Columns.get(row, "visibility", String.class)),
                parent(row));
        return new Community(
                new CommunityId(Columns.get(row, "id", UUID.class)),
                details,
                Columns.get(row, "created_at", Instant.class),
                row.get("archived_at", Instant.class),
                Columns.get(row, "version", Long.class));
    }

    private CommunityView toView(Readable row) {
        return new CommunityView(
                new CommunityId(Columns.get(row, "id", UUID.class)),
                Columns.get(row, "slug", String.class),
                Columns.get(row, "name", String.class),
                row.get("domain", String.class),
                row.get("purpose", String.class),
                row.get("practice", String.class),
                row.get("rhythm", String.class),
                row.get("norms", String.class),
                Visibility.of(Columns.get(row, "visibility", String.class)),
                Stage.of("stage", Columns.get(row, "stage", String.class)),
                parent(row),
                Columns.get(row, "members", Integer.class),
                Columns.get(row, "created_at", Instant.class),
                Columns.get(row, "archived", Boolean.class),
                place(row),
                Columns.get(row, "version", Long.class),
                new CommunityView.Mine(
                        Role.of(row.get("role", String.class)).orElse(null),
                        Columns.get(row, "asked", Boolean.class),
                        Columns.get(row, "norms_seen", Boolean.class)));
    }

    private CommunityView.@Nullable Place place(Readable row) {
        String place = row.get("merged_into", String.class);
        return place == null ? null : json.readValue(place, CommunityView.Place.class);
    }

    private static @Nullable CommunityId parent(Readable row) {
        UUID id = row.get("parent_id", UUID.class);
        return id == null ? null : new CommunityId(id);
    }

    private record Row(
            UUID id,
            String slug,
            String name,
            @Nullable String domain,
            @Nullable String purpose,
            @Nullable String practice,
            @Nullable String rhythm,
            @Nullable String norms,
            String visibility,
            @Nullable UUID parent,
            Instant createdAt,
            @Nullable Instant archivedAt,
            long version) {

        static Row of(Community community) {
            Details details = community.details();
            return new Row(
                    community.id().value(),
                    community.slug(),
                    details.name(),
                    details.domain(),
                    details.purpose(),
                    details.practice(),
                    details.rhythm(),
                    details.norms(),
                    details.visibility().word(),
                    details.parentId() == null ? null : details.parentId().value(),
                    community.createdAt(),
                    community.archivedAt(),
                    community.version());
        }
    }
}
