package org.outloud.community.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outloud.community.Organisation;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** How PostgreSQL reads the inventory when it is large: by index, with the guard taken apart into the plan. */
@ServiceTest
@Import(Organisation.class)
class InventoryPlanTest {

    private static final UUID VIEWER = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void fill() {
        run("""
                insert into community (id, slug, name, visibility, created_at, version)
                select gen_random_uuid(), 'plan-' || i, 'Plan ' || md5(i::text),
                  case when i % 10 = 0 then 'secret' else 'open' end, now(), 1 from generate_series(1, 5000) i
                """);
        run("""
                insert into inventory_entry (id, community_id, name, domain, host, stage, review_by, size, last_activity,
                  created_at, version)
                select id, id, name, 'Plan', 'outloud', 'potential', date '2026-01-01' + (random() * 999)::int,
                  (random() * 999)::int, now() - random() * interval '900 days', now(), 1
                from community where slug like 'plan-%'
                """);
        run("analyze community, inventory_entry");
    }

    @AfterEach
    void empty() {
        run("delete from inventory_entry where domain = 'Plan'");
        run("delete from community where slug like 'plan-%'");
    }

    @ParameterizedTest
    @CsvSource({
        "name, name m, inventory_entry_by_name",
        "reviewBy, reviewBy 2027-01-01, inventory_entry_by_review",
        "size, size 500, inventory_entry_by_size",
        "lastActivity, lastActivity 2026-01-01T00:00:00Z, inventory_entry_by_activity"
    })
    void aPageIsARangeOfTheIndexOfItsOrder(String sort, String place, String index) {
        for (Cursor.Named after : new Cursor.@Nullable Named[] {null, new Cursor.Named(place, VIEWER)}) {
            String plan = plan(new InventoryQuery(null, null, null, null, null, null, null, sort), after);
            assertThat(plan)
                    .contains(index)
                    .doesNotContain("Function Scan")
                    .doesNotContain("Sort Key: (COALESCE")
                    .doesNotContain("Seq Scan on inventory_entry");
        }
    }

    @Test
    void wordsAreFoundByTheirIndex() {
        String plan = plan(new InventoryQuery("plan abc", null, null, null, null, null, null, null), null);
        assertThat(plan).contains("inventory_entry_by_words").contains("person_by_words");
    }

    private String plan(InventoryQuery query, Cursor.@Nullable Named after) {
        List<String> lines = query.criteria(after)
                .with("viewer", VIEWER)
                .with("most", 21)
                .on(database, "explain " + Inventory.VIEW + query.order().sql() + " limit :most")
                .mapValue(String.class)
                .all()
                .collectList()
                .block(Duration.ofSeconds(20));
        return String.join("\n", lines == null ? List.of() : lines);
    }

    private void run(String statement) {
        database.sql(statement).then().block(Duration.ofSeconds(20));
    }
}
