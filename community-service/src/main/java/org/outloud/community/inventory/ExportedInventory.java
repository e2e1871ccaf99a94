package org.outloud.community.inventory;

import static java.util.Map.entry;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/**
 * The inventory as rows that an import reads again: in an order, and under keys, that do not depend on the system that
 * they come from. Read in pieces.
 */
@Repository
class ExportedInventory {

    private static final int PIECE = 500;
    private static final String COMMUNITIES = """
            select coalesce(e.external_id, c.external_id, e.id::text) as key, e.name, c.slug, e.domain, c.purpose,
              c.practice, c.rhythm, c.norms, c.visibility,
              (select p.slug from visible_community(:viewer) p where p.id = c.parent_id) as parent,
              e.host, e.url, e.stage,
              array(
                select p.user_name from inventory_stewardship s join visible_person(:viewer) p on p.id = s.person_id
                where s.entry_id = e.id order by p.user_name collate "C") as stewards,
              e.review_by, case when e.community_id is null then e.size end as size, e.last_activity, e.created_at,
              c.archived_at
            from visible_entry(:viewer) e left join community c on c.id = e.community_id
            %s
            order by e.name collate "C", coalesce(e.external_id, c.external_id, e.id::text) collate "C"
            """;
    /** Who takes part in a closed community is for those who take part, here as on its page. */
    private static final String MEMBERSHIPS = """
            select c.slug, p.user_name, m.role, m.since
            from visible_entry(:viewer) e
            join community c on c.id = e.community_id and (c.visibility = 'open' or exists (
              select 1 from membership i where i.community_id = c.id and i.person_id = :viewer and i.role is not null))
            join membership m on m.community_id = c.id and m.role is not null
            join visible_person(:viewer) p on p.id = m.person_id and p.active
            %s
            order by c.slug collate "C", p.user_name collate "C"
            """;

    private static final Map<InventoryColumn, String> TEXTS = Map.ofEntries(
            entry(InventoryColumn.EXTERNAL_ID, "key"),
            entry(InventoryColumn.NAME, "name"),
            entry(InventoryColumn.SLUG, "slug"),
            entry(InventoryColumn.DOMAIN, "domain"),
            entry(InventoryColumn.PURPOSE, "purpose"),
            entry(InventoryColumn.PRACTICE, "practice"),
            entry(InventoryColumn.RHYTHM, "rhythm"),
            entry(InventoryColumn.NORMS, "norms"),
            entry(InventoryColumn.VISIBILITY, "visibility"),
            entry(InventoryColumn.PARENT, "parent"),
            entry(InventoryColumn.HOST, "host"),
            entry(InventoryColumn.URL, "url"),
            entry(InventoryColumn.STAGE, "stage"));

    private final DatabaseClient database;

    ExportedInventory(DatabaseClient database) {
        this.database = database;
    }

    Flux<Map<InventoryColumn, Object>> communities(InventoryQuery query, PersonId viewer) {
        return on(query, COMMUNITIES, viewer)
                .map(ExportedInventory::toCommunity)
                .all();
    }

    Flux<Map<InventoryColumn, Object>> memberships(InventoryQuery query, PersonId viewer) {
        return on(query, MEMBERSHIPS, viewer)
                .map(ExportedInventory::toMembership)
                .all();
    }

    private GenericExecuteSpec on(InventoryQuery query, String statement, PersonId viewer) {
        return query.criteria(null)
                .with("viewer", viewer.value())
                .on(database, statement)
                .filter((Statement prepared) -> prepared.fetchSize(PIECE));
    }

    private static Map<InventoryColumn, Object> toCommunity(Readable row) {
        Map<InventoryColumn, Object> said = new EnumMap<>(InventoryColumn.class);
        said.put(InventoryColumn.TYPE, "community");
        TEXTS.forEach((column, name) -> say(said, column, row.get(name, String.class)));
        List<String> stewards = Arrays.asList(Columns.get(row, "stewards", String[].class));
        say(said, InventoryColumn.STEWARDS, stewards.isEmpty() ? null : stewards);
        LocalDate reviewBy = row.get("review_by", LocalDate.class);
        say(said, InventoryColumn.REVIEW_BY, reviewBy == null ? "never" : reviewBy.toString());
        say(said, InventoryColumn.SIZE, row.get("size", Integer.class));
        say(said, InventoryColumn.LAST_ACTIVITY, row.get("last_activity", Instant.class));
        say(said, InventoryColumn.CREATED_AT, row.get("created_at", Instant.class));
        say(said, InventoryColumn.ARCHIVED_AT, row.get("archived_at", Instant.class));
        return said;
    }

    private static Map<InventoryColumn, Object> toMembership(Readable row) {
        Map<InventoryColumn, Object> said = new EnumMap<>(InventoryColumn.class);
        said.put(InventoryColumn.TYPE, "membership");
        said.put(InventoryColumn.COMMUNITY, Columns.get(row, "slug", String.class));
        said.put(InventoryColumn.PERSON, Columns.get(row, "user_name", String.class));
        said.put(InventoryColumn.ROLE, Columns.get(row, "role", String.class));
        said.put(InventoryColumn.SINCE, Columns.get(row, "since", Instant.class).toString());
        return said;
    }

    private static void say(Map<InventoryColumn, Object> said, InventoryColumn column, @Nullable Object value) {
        if (value != null) {
            said.put(column, value instanceof Instant ? value.toString() : value);
        }
    }
}
