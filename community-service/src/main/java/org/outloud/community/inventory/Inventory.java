package org.outloud.community.inventory;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.person.PersonRef;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.paging.Cursor;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The register of every community there is. */
@Repository
public class Inventory {

    /** How many entries there are, and how many of them need somebody's attention. */
    record Counts(long all, long overdue, long unstewarded, long quiet) {}

    /** An entry as it is edited. */
    record Kept(
            UUID id, @Nullable CommunityId community, EntryDetails details, long version, boolean stewardedByCaller) {}

    private static final String ENTER_HOSTED = """
            insert into inventory_entry (id, community_id, name, domain, host, stage, review_by, size, created_at,
              version)
            values (:id, :id, :name, :domain, 'outloud', 'potential', :reviewBy, 0, :createdAt, 1)
            """;
    private static final String FOLLOW = """
            update inventory_entry set name = :name, domain = :domain, version = version + 1
            where id = :id and (name, domain) is distinct from (:name, :domain)
            """;
    private static final String CLOSE = """
            update inventory_entry set stage = 'closed', review_by = null, version = version + 1 where id = :id
            """;
    private static final String ENTER = """
            insert into inventory_entry (id, name, domain, host, url, stage, review_by, size, created_at, version)
            values (:id, :name, :domain, :host, :url, :stage, :reviewBy, :size, now(), 1)
            """;
    private static final String SAVE = """
            update inventory_entry set name = :name, domain = :domain, host = :host, url = :url, stage = :stage,
              review_by = :reviewBy,
              size = case when community_id is null then :size else size end, version = version + 1
            where id = :id
            """;
    private static final String SET_STEWARDS = """
            with gone as (delete from inventory_steward where entry_id = :id and person_id <> all(:stewards))
            insert into inventory_steward (entry_id, person_id) select :id, unnest(:stewards::uuid[])
            on conflict do nothing
            """;
    private static final String KEPT = """
            select e.id, e.community_id, e.name, e.domain, e.host, e.url, e.stage, e.review_by, e.size, e.version,
              array(select s.person_id from inventory_stewardship s where s.entry_id = e.id order by s.person_id)
                as stewards,
              exists (select 1 from inventory_stewardship s where s.entry_id = e.id and s.person_id = :viewer)
                as stewarded
            from visible_entry(:viewer) e where e.id = :id
            """;
    private static final String HOLD = "select id from inventory_entry where id = :id for no key update";
    static final String VIEW = """
            select e.id, e.community_id, e.name, e.domain, e.host, e.url, e.stage, e.review_by, e.size, e.last_activity,
              e.version, is_overdue(e) as overdue, is_quiet(e) as quiet,
              case when e.community_id is null then '{}' else last_weeks(e.community_id) end as weeks,
              coalesce((
                select json_agg(json_build_object('id', p.id, 'userName', p.user_name, 'displayName', p.display_name,
                  'avatar', p.avatar, 'department', p.department) order by p.display_name, p.id)
                from inventory_stewardship s join visible_person(:viewer) p on p.id = s.person_id
                where s.entry_id = e.id), '[]')::text
                as stewards
            from visible_entry(:viewer) e
            %s
            """;
    /** Those that somebody answers for are gathered once, instead of being looked for with each of 50,000 entries. */
    private static final String COUNTS = """
            select count(*) as total, count(*) filter (where is_overdue(e)) as overdue,
              count(*) filter (where s.entry_id is null) as unstewarded, count(*) filter (where is_quiet(e)) as quiet
            from visible_entry(:viewer) e
            left join (select distinct entry_id from inventory_stewardship) s on s.entry_id = e.id
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    Inventory(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A community was founded here. */
    public Mono<Void> enterHosted(CommunityId community, String name, @Nullable String domain, Instant createdAt) {
        return database.sql(ENTER_HOSTED)
                .bindProperties(
                        new Hosted(community.value(), name, domain, EntryDetails.firstReview(createdAt), createdAt))
                .then();
    }

    /** A community hosted here says something else about itself. */
    public Mono<Void> follow(CommunityId community, String name, @Nullable String domain) {
        return database.sql(FOLLOW)
                .bindProperties(new Renamed(community.value(), name, domain))
                .then();
    }

    /** A community hosted here was archived. */
    public Mono<Void> close(CommunityId community) {
        return database.sql(CLOSE).bind("id", community.value()).then();
    }

    /** Enters a community that is hosted elsewhere. */
    Mono<Void> enter(UUID id, EntryDetails details) {
        return database.sql(ENTER).bindProperties(Row.of(id, details)).then().then(setStewards(id, details));
    }

    /** Keeps an entry as edited, but for its stewards; the size of one hosted here is counted, not written. */
    Mono<Void> save(UUID id, EntryDetails details) {
        return database.sql(SAVE).bindProperties(Row.of(id, details)).then();
    }

    Mono<Void> setStewards(UUID id, EntryDetails details) {
        return database.sql(SET_STEWARDS)
                .bind("id", id)
                .bind(
                        "stewards",
                        details.stewardIds().stream().map(PersonId::value).toArray(UUID[]::new))
                .then();
    }

    /** Lets nobody else change an entry until the transaction ends. */
    Mono<Void> hold(UUID id) {
        return database.sql(HOLD).bind("id", id).then();
    }

    /** An entry to be edited; empty when the viewer may not know of it. */
    Mono<Kept> kept(UUID id, PersonId viewer) {
        return database.sql(KEPT)
                .bind("viewer", viewer.value())
                .bind("id", id)
                .map(Inventory::toKept)
                .one();
    }

    /** An entry as it is shown; empty when the viewer may not know of it. */
    Mono<InventoryEntry> find(UUID id, PersonId viewer) {
        return database.sql(VIEW.replace("%s", "where e.id = :id"))
                .bind("viewer", viewer.value())
                .bind("id", id)
                .map(this::toEntry)
                .one();
    }

    Mono<List<InventoryEntry>> page(InventoryQuery query, PersonId viewer, Cursor.@Nullable Named after, int most) {
        return query.criteria(after)
                .with("viewer", viewer.value())
                .with("most", most)
                .on(database, VIEW + query.order().sql() + " limit :most")
                .map(this::toEntry)
                .all()
                .collectList();
    }

    Mono<Counts> counts(PersonId viewer) {
        return database.sql(COUNTS)
                .bind("viewer", viewer.value())
                .map(row -> new Counts(
                        Columns.get(row, "total", Long.class),
                        Columns.get(row, "overdue", Long.class),
                        Columns.get(row, "unstewarded", Long.class),
                        Columns.get(row, "quiet", Long.class)))
                .one();
    }

    private InventoryEntry toEntry(Readable row) {
        return new InventoryEntry(
                Columns.get(row, "id", UUID.class),
                Columns.get(row, "name", String.class),
                row.get("domain", String.class),
                Columns.get(row, "host", String.class),
                row.get("url", String.class),
                community(row),
                Arrays.asList(json.readValue(Columns.get(row, "stewards", String.class), PersonRef[].class)),
                Stage.of("stage", Columns.get(row, "stage", String.class)),
                row.get("review_by", LocalDate.class),
                row.get("last_activity", Instant.class),
                row.get("size", Integer.class),
                Columns.get(row, "overdue", Boolean.class),
                Columns.get(row, "quiet", Boolean.class),
                Columns.get(row, "version", Long.class),
                Arrays.asList(Columns.get(row, "weeks", Integer[].class)));
    }

    private static Kept toKept(Readable row) {
        EntryDetails details = new EntryDetails(
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
        return new Kept(
                Columns.get(row, "id", UUID.class),
                community(row),
                details,
                Columns.get(row, "version", Long.class),
                Columns.get(row, "stewarded", Boolean.class));
    }

    private static @Nullable CommunityId community(Readable row) {
        UUID id = row.get("community_id", UUID.class);
        return id == null ? null : new CommunityId(id);
    }

    private record Hosted(UUID id, String name, @Nullable String domain, LocalDate reviewBy, Instant createdAt) {}

    private record Renamed(UUID id, String name, @Nullable String domain) {}

    private record Row(
            UUID id,
            String name,
            @Nullable String domain,
            String host,
            @Nullable String url,
            String stage,
            @Nullable LocalDate reviewBy,
            @Nullable Integer size) {

        static Row of(UUID id, EntryDetails details) {
            return new Row(
                    id,
                    details.name(),
                    details.domain(),
                    details.host(),
                    details.url(),
                    details.stage().word(),
                    details.reviewBy(),
                    details.size());
        }
    }
}
