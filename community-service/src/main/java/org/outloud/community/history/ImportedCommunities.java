package org.outloud.community.history;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.community.Community;
import org.outloud.community.community.Details;
import org.outloud.community.inventory.EntryDetails;
import org.outloud.community.inventory.Stage;
import org.outloud.community.membership.Visibility;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Communities as imports read and write them: many at a time. */
@Repository
class ImportedCommunities {

    /** A community that memberships name. */
    record Named(CommunityId id, boolean archived) {}

    private static final String HOSTED = """
            select c.id, c.external_id, c.slug, c.name, c.domain, c.purpose, c.practice, c.rhythm, c.norms,
              c.visibility, c.parent_id, c.created_at, c.archived_at, c.version, e.host, e.url, e.stage, e.review_by,
              e.size,
              e.last_activity, '{}'::uuid[] as stewards
            from community c join inventory_entry e on e.id = c.id
            where c.external_id = any(:externalIds) or c.slug = any(:slugs)
            order by c.id for no key update of c
            """;
    private static final String ELSEWHERE = """
            select e.id, e.external_id, e.name, e.domain, e.host, e.url, e.stage, e.review_by, e.size, e.last_activity,
              e.created_at, array(select person_id from inventory_steward s where s.entry_id = e.id) as stewards
            from inventory_entry e
            where e.external_id = any(:externalIds)
            order by e.id for no key update of e
            """;
    private static final String SAVE_COMMUNITIES = """
            insert into community (id, external_id, slug, name, domain, purpose, practice, rhythm, norms, visibility,
              created_at, version)
            select id, "externalId", slug, name, domain, purpose, practice, rhythm, norms, visibility, "createdAt",
              version
            from jsonb_to_recordset(:rows::jsonb) as row (id uuid, "externalId" text, slug text, name text, domain text,
              purpose text, practice text, rhythm text, norms text, visibility text, "createdAt" timestamptz,
              version bigint)
            on conflict (id) do update set name = excluded.name, domain = excluded.domain, purpose = excluded.purpose,
              practice = excluded.practice, rhythm = excluded.rhythm, norms = excluded.norms,
              visibility = excluded.visibility, version = excluded.version
            """;
    private static final String SAVE_ENTRIES = """
            insert into inventory_entry as e (id, community_id, external_id, name, domain, host, url, stage, review_by,
              size, last_activity, created_at, version)
            select id, "communityId", "externalId", name, domain, host, url, stage, "reviewBy", size, "lastActivity",
              "createdAt", 1
            from jsonb_to_recordset(:rows::jsonb) as row (id uuid, "communityId" uuid, "externalId" text, name text,
              domain text, host text, url text, stage text, "reviewBy" date, size int, "lastActivity" timestamptz,
              "createdAt" timestamptz)
            on conflict (id) do update set name = excluded.name, domain = excluded.domain, host = excluded.host,
              url = excluded.url, stage = excluded.stage, review_by = excluded.review_by, size = excluded.size,
              last_activity = greatest(e.last_activity, excluded.last_activity), version = e.version + 1
            """;
    private static final String SAVE_STEWARDS = """
            insert into inventory_steward (entry_id, person_id)
            select id, steward from jsonb_to_recordset(:rows::jsonb) as row (id uuid, "stewardIds" uuid[]),
              unnest("stewardIds") as steward
            on conflict do nothing
            """;
    private static final String NAMED =
            "select id, slug, archived_at is not null as archived from community where slug = any(:slugs)";

    private final DatabaseClient database;
    private final JsonMapper json;

    ImportedCommunities(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What is there under these external ids or these slugs; held until the transaction ends. */
    Mono<List<Imported>> find(Collection<String> externalIds, Collection<String> slugs) {
        String[] ids = externalIds.toArray(String[]::new);
        Flux<Imported> hosted = database.sql(HOSTED)
                .bind("externalIds", ids)
                .bind("slugs", slugs.toArray(String[]::new))
                .map(row -> toImported(row, toCommunity(row)))
                .all();
        Flux<Imported> elsewhere = database.sql(ELSEWHERE)
                .bind("externalIds", ids)
                .map(row -> toImported(row, null))
                .all();
        return hosted.concatWith(elsewhere).collectList();
    }

    /** Communities by slug. */
    Mono<Map<String, Named>> named(Collection<String> slugs) {
        return database.sql(NAMED)
                .bind("slugs", slugs.toArray(String[]::new))
                .map(row -> Map.entry(
                        Columns.get(row, "slug", String.class),
                        new Named(
                                new CommunityId(Columns.get(row, "id", UUID.class)),
                                Columns.get(row, "archived", Boolean.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Keeps communities, new and changed ones, with three statements. */
    Mono<Void> save(Collection<Imported> imported) {
        if (imported.isEmpty()) {
            return Mono.empty();
        }
        List<EntryRow> entries = imported.stream().map(EntryRow::of).toList();
        List<CommunityRow> communities = imported.stream()
                .filter(one -> one.community() != null)
                .map(CommunityRow::of)
                .toList();
        return write(SAVE_COMMUNITIES, communities)
                .then(write(SAVE_ENTRIES, entries))
                .then(write(SAVE_STEWARDS, entries));
    }

    private Mono<Void> write(String statement, List<?> rows) {
        return database.sql(statement)
                .bind("rows", json.writeValueAsString(rows))
                .then();
    }

    private static Imported toImported(Readable row, @Nullable Community community) {
        EntryDetails entry = new EntryDetails(
                Columns.get(row, "name", String.class),
                row.get("domain", String.class),
                Columns.get(row, "host", String.class),
                row.get("url", String.class),
                Arrays.stream(Columns.get(row, "stewards", UUID[].class))
                        .map(PersonId::new)
                        .toList(),
                Stage.of("stage", Columns.get(row, "stage", String.class)),
                row.get("review_by", LocalDate.class),
                row.get("size", Integer.class));
        return new Imported(
                row.get("external_id", String.class),
                Columns.get(row, "id", UUID.class),
                community,
                entry,
                row.get("last_activity", Instant.class),
                Columns.get(row, "created_at", Instant.class));
    }

    private static Community toCommunity(Readable row) {
        UUID parent = row.get("parent_id", UUID.class);
        Details details = new Details(
                row.get("slug", String.class),
                Columns.get(row, "name", String.class),
                row.get("domain", String.class),
                row.get("purpose", String.class),
                row.get("practice", String.class),
                row.get("rhythm", String.class),
                row.get("norms", String.class),
                Visibility.of(Columns.get(row, "visibility", String.class)),
                parent == null ? null : new CommunityId(parent));
        return new Community(
                new CommunityId(Columns.get(row, "id", UUID.class)),
                details,
                Columns.get(row, "created_at", Instant.class),
                row.get("archived_at", Instant.class),
                Columns.get(row, "version", Long.class));
    }

    private record CommunityRow(
            UUID id,
            @Nullable String externalId,
            String slug,
            String name,
            @Nullable String domain,
            @Nullable String purpose,
            @Nullable String practice,
            @Nullable String rhythm,
            @Nullable String norms,
            Visibility visibility,
            Instant createdAt,
            long version) {

        static CommunityRow of(Imported imported) {
            Community community = Objects.requireNonNull(imported.community());
            Details details = community.details();
            return new CommunityRow(
                    imported.id(),
                    imported.externalId(),
                    community.slug(),
                    details.name(),
                    details.domain(),
                    details.purpose(),
                    details.practice(),
                    details.rhythm(),
                    details.norms(),
                    details.visibility(),
                    community.createdAt(),
                    community.version());
        }
    }

    private record EntryRow(
            UUID id,
            @Nullable UUID communityId,
            @Nullable String externalId,
            String name,
            @Nullable String domain,
            String host,
            @Nullable String url,
            Stage stage,
            @Nullable LocalDate reviewBy,
            @Nullable Integer size,
            @Nullable Instant lastActivity,
            Instant createdAt,
            List<UUID> stewardIds) {

        static EntryRow of(Imported imported) {
            boolean here = imported.community() != null;
            EntryDetails entry = imported.entry();
            return new EntryRow(
                    imported.id(),
                    here ? imported.id() : null,
                    here ? null : imported.externalId(),
                    entry.name(),
                    entry.domain(),
                    entry.host(),
                    entry.url(),
                    entry.stage(),
                    entry.reviewBy(),
                    entry.size(),
                    imported.lastActivity(),
                    imported.createdAt(),
                    here
                            ? List.of()
                            : entry.stewardIds().stream().map(PersonId::value).toList());
        }
    }
}
