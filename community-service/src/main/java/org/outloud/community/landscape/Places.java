package org.outloud.community.landscape;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.outloud.community.sql.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Every entry of the inventory that is alive and no secret, and who takes part in two of them. */
@Repository
class Places {

    private static final String ALL = """
            select e.id, c.parent_id, e.name, e.domain, coalesce(c.visibility = 'open', false) as open,
              concat_ws(e'\\n', c.purpose, c.practice) as about
            from inventory_entry e left join community c on c.id = e.community_id
            where e.stage <> 'closed' and (c.id is null or (c.archived_at is null and c.visibility <> 'secret'))
            order by e.id
            """;
    /** Of pairs that are open both; the smaller of the two counts. */
    private static final String SHARED = """
            select pair.place, shared.people, least(a.size, b.size) as smaller
            from unnest(:ones::uuid[], :others::uuid[]) with ordinality as pair (one, other, place)
            join inventory_entry a on a.id = pair.one
            join inventory_entry b on b.id = pair.other
            cross join lateral (
              select count(*)::int as people
              from membership m join membership n on n.person_id = m.person_id and n.community_id = pair.other
              join person p on p.id = m.person_id and p.active
              where m.community_id = pair.one and m.role in ('steward', 'facilitator', 'member')
                and n.role in ('steward', 'facilitator', 'member')) as shared
            """;

    private final DatabaseClient database;

    Places(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<Place>> all(Map<UUID, Map<String, Integer>> tags) {
        return database.sql(ALL).map(row -> toPlace(row, tags)).all().collectList();
    }

    /** Pairs with who takes part in both, of those that everybody may see into. */
    Mono<List<Overlap>> withMembers(List<Overlap> pairs) {
        Predicate<Overlap> open = pair -> pair.tags() != null;
        List<Overlap> both = pairs.stream().filter(open).toList();
        List<Overlap> counted =
                new ArrayList<>(pairs.stream().filter(open.negate()).toList());
        return database.sql(SHARED)
                .bind("ones", both.stream().map(Overlap::one).toArray(UUID[]::new))
                .bind("others", both.stream().map(Overlap::other).toArray(UUID[]::new))
                .map(row -> both.get(Columns.get(row, "place", Long.class).intValue() - 1)
                        .with(Columns.get(row, "people", Integer.class), Columns.get(row, "smaller", Integer.class)))
                .all()
                .collect(Collectors.toCollection(() -> counted));
    }

    private static Place toPlace(Readable row, Map<UUID, Map<String, Integer>> tags) {
        UUID id = Columns.get(row, "id", UUID.class);
        return new Place(
                id,
                row.get("parent_id", UUID.class),
                Columns.get(row, "open", Boolean.class),
                Columns.get(row, "name", String.class),
                row.get("domain", String.class),
                row.get("about", String.class),
                tags.getOrDefault(id, Map.of()));
    }
}
