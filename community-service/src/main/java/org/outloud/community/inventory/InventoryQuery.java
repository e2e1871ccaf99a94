package org.outloud.community.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sql.Criteria;
import org.outloud.community.sql.QueryText;
import org.outloud.platform.paging.Cursor;

/** Which entries are asked for, and in which order. Every parameter may be absent. */
record InventoryQuery(
        @Nullable String q,
        @Nullable String domain,
        @Nullable String stage,
        @Nullable String host,
        @Nullable Boolean overdue,
        @Nullable Boolean quiet,
        @Nullable Boolean unstewarded,
        @Nullable String sort) {

    /** Each word in the entry's own words or in the name of somebody who answers for it; both sides by their index. */
    private static final String FOUND = """
            e.id in (
              select found.id
              from unnest(:words::text[]) as asked (word)
              cross join lateral (
                select i.id from inventory_entry i where i.search @@ to_tsquery('simple', asked.word)
                union
                select s.entry_id from visible_person(:viewer) p join inventory_stewardship s on s.person_id = p.id
                where p.search @@ to_tsquery('simple', asked.word)) as found
              group by found.id having count(*) = cardinality(:words))""";

    private static final String UNSTEWARDED =
            "(not exists (select from inventory_stewardship s where s.entry_id = e.id))";

    InventoryOrder order() {
        return InventoryOrder.of(sort);
    }

    /** What an entry of the page behind a place must be. */
    Criteria criteria(Cursor.@Nullable Named after) {
        Criteria criteria = new Criteria();
        List<String> words = q == null ? List.of() : QueryText.words(q);
        if (!words.isEmpty()) {
            criteria.and(FOUND, "words", words.toArray(String[]::new));
        }
        if (domain != null) {
            criteria.and("e.domain = :domain", "domain", QueryText.exact("domain", domain));
        }
        if (stage != null) {
            criteria.and("e.stage = :stage", "stage", Stage.of("stage", stage).word());
        }
        if (host != null) {
            criteria.and("e.host = :host", "host", QueryText.exact("host", host));
        }
        holds(criteria, overdue, "is_overdue(e)");
        holds(criteria, quiet, "is_quiet(e)");
        holds(criteria, unstewarded, UNSTEWARDED);
        if (after != null) {
            order().behind(after, criteria);
        }
        return criteria;
    }

    private static void holds(Criteria criteria, @Nullable Boolean wanted, String condition) {
        if (wanted != null) {
            criteria.and(wanted ? condition : "not " + condition);
        }
    }
}
