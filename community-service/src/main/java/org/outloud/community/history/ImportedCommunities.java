package org.outloud.community.history;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
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
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Communities as imports read and write them: many at a time. */
@Repository
class ImportedCommunities {

    /** A community that other lines name. */
    record Named(CommunityId id, @Nullable Instant archivedAt) {}

    /** What is there already; of some of it whoever brings the lines may not know. */
    record Found(Imported imported, boolean visible) {}

    private static final String HOSTED = """
            select c.id, c.external_id, c.slug, c.name, c.domain, c.purpose, c.practice, c.rhythm, c.norms,
              c.visibility, c.parent_id, c.created_at, c.archived_at, c.version, e.host, e.url, e.stage, e.review_by,
              e.size,
              e.last_activity, '{}'::uuid[] as stewards,
              :viewer::uuid is null or exists (select 1 from visible_community(:viewer) v where v.id = c.id) as visible
            from community c join inventory_entry e on e.id = c.id
            where c.external_id = any(:externalIds) or c.slug = any(:slugs) or c.id = any(:ids)
            order by c.id for no key update of c
            """;
    private static final String ELSEWHERE = """
            select e.id, e.external_id, e.name, e.domain, e.host, e.url, e.stage, e.review_by, e.size, e.last_activity,
              e.created_at, array(select person_id from inventory_steward s where s.entry_id = e.id) as stewards,
              true as visible
            from inventory_entry e
            where e.community_id is null and (e.external_id = any(:externalIds) or e.id = any(:ids))
            order by e.id for no key update of e
            """;
    private static final String SAVE_COMMUNITIES = """
            insert into community (id, external_id, slug, name, domain, purpose, practice, rhythm, norms, visibility,
              parent_id, created_at, archived_at, version)
            select id, "externalId", slug, name, domain, purpose, practice, rhythm, norms, visibility, "parentId",
              "createdAt", "archivedAt", version
            from jsonb_to_recordset(:rows::jsonb) as row (id uuid, "externalId" text, slug text, name text, domain text,
              purpose text, practice text, rhythm text, norms text, visibility text, "parentId" uuid,
              "createdAt" timestamptz, "archivedAt" timestamptz, version bigint)
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
    private static final String NAMED = """
            select c.id, c.slug, c.archived_at from community c
            where c.slug = any(:slugs)
              and (:viewer::uuid is null or exists (select 1 from visible_community(:viewer) v where v.id = c.id))
            """;
    private static final String PLACED = """
            select said.n, coalesce(e.external_id, c.external_id, e.id::text) as key
            from unnest(:hosts::text[], :names::text[]) with ordinality as said (host, name, n)
            join inventory_entry e on lower(e.host) = lower(said.host) and lower(e.name) = lower(said.name)
            left join community c on c.id = e.community_id
            where :viewer::uuid is null or exists (select 1 from visible_entry(:viewer) v where v.id = e.id)
            """;

    private static final Pattern IDENTIFIER =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private final DatabaseClient database;
    private final JsonMapper json;

    ImportedCommunities(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * What is there under these external ids, identifiers or slugs; held until the transaction ends.
     *
     * @param viewer who must not learn of what is hidden from them; null when nothing is
     */
    Mono<List<Found>> find(Collection<String> externalIds, Collection<String> slugs, @Nullable PersonId viewer) {
        String[] keys = externalIds.toArray(String[]::new);
        UUID[] ids = externalIds.stream()
                .filter(key -> IDENTIFIER.matcher(key).matches())
                .map(UUID::fromString)
                .toArray(UUID[]::new);
        Flux<Found> hosted = seenBy(viewer, database.sql(HOSTED))
                .bind("externalIds", keys)
                .bind("slugs", slugs.toArray(String[]::new))
                .bind("ids", ids)
                .map(row -> toFound(row, toCommunity(row)))
                .all();
        Flux<Found> elsewhere = database.sql(ELSEWHERE)
                .bind("externalIds", keys)
                .bind("ids", ids)
                .map(row -> toFound(row, null))
                .all();
        return hosted.concatWith(elsewhere).collectList();
    }

    /** Communities by slug. */
    Mono<Map<String, Named>> named(Collection<String> slugs, @Nullable PersonId viewer) {
        return seenBy(viewer, database.sql(NAMED))
                .bind("slugs", slugs.toArray(String[]::new))
                .map(row -> new Slugged(
                        Columns.get(row, "slug", String.class),
                        new Named(
                                new CommunityId(Columns.get(row, "id", UUID.class)),
                                row.get("archived_at", Instant.class))))
                .all()
                .collectMap(Slugged::slug, Slugged::named);
    }

    /** The external ids of what goes by these hosts and names; the answer has one list for each line, in their order. */
    Mono<List<List<String>>> placed(List<CommunityLine> lines, PersonId viewer) {
        List<List<String>> keys = lines.stream()
                .map(line -> (List<String>) new ArrayList<String>())
                .toList();
        return seenBy(viewer, database.sql(PLACED))
                .bind("hosts", lines.stream().map(CommunityLine::host).toArray(String[]::new))
                .bind("names", lines.stream().map(CommunityLine::name).toArray(String[]::new))
                .map(row -> keys.get(Columns.get(row, "n", Long.class).intValue() - 1)
                        .add(Columns.get(row, "key", String.class)))
                .all()
                .then(Mono.just(keys));
    }

    private static GenericExecuteSpec seenBy(@Nullable PersonId viewer, GenericExecuteSpec query) {
        return viewer == null ? query.bindNull("viewer", UUID.class) : query.bind("viewer", viewer.value());
    }

    private static Found toFound(Readable row, @Nullable Community community) {
        return new Found(toImported(row, community), Columns.get(row, "visible", Boolean.class));
    }

    private record Slugged(String slug, Named named) {}

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
            @Nullable UUID parentId,
            Instant createdAt,
            @Nullable Instant archivedAt,
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
                    details.parentId() == null ? null : details.parentId().value(),
                    community.createdAt(),
                    community.archivedAt(),
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
