package org.outloud.community.merge;

import com.github.f4b6a3.uuid.UuidCreator;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.PostsHandedOver;
import org.outloud.platform.outbox.Owned;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What a merge does beside people, and the record of where threads went. */
@Repository
class Merges implements Owned {

    /** A community by name and address. */
    record Place(CommunityId id, String slug, String name) {}

    /**
     * What a merge would do.
     *
     * @param coming people who would be new in the other
     * @param already people who are in both
     * @param asking people who wait before the one
     * @param parts communities that are parts of the one
     * @param narrower whether fewer people may read in the other
     */
    record Preview(Place from, Place into, int coming, int already, int asking, int parts, boolean narrower) {}

    /** The parts, too, before the lock on families: whoever changes a part holds it first. */
    private static final String HOLD = """
            select id from community where id in (:from, :into) or parent_id = :from order by id for no key update
            """;

    private static final String HOLD_FAMILIES = "select pg_advisory_xact_lock(7155968, 2)";
    private static final String AGREED = """
            select exists (select from merge_proposal p
              where p.state = 'accepted' and p.one_id = least(:from, :into) and p.other_id = greatest(:from, :into))
            """;
    private static final String PREVIEW = """
            select f.id as from_id, f.slug as from_slug, f.name as from_name,
              i.id as into_id, i.slug as into_slug, i.name as into_name,
              f.visibility <> i.visibility as narrower,
              (select count(*)::int from membership m join person p on p.id = m.person_id and p.active
                where m.community_id = f.id and m.role is not null and not exists (select from membership o
                  where o.community_id = i.id and o.person_id = m.person_id and o.role is not null)) as coming,
              (select count(*)::int from membership m join person p on p.id = m.person_id and p.active
                where m.community_id = f.id and m.role is not null and exists (select from membership o
                  where o.community_id = i.id and o.person_id = m.person_id and o.role is not null)) as already,
              (select count(*)::int from membership m
                where m.community_id = f.id and m.asked_at is not null) as asking,
              (select count(*)::int from visible_community(:viewer) c where c.parent_id = f.id) as parts
            from visible_community(:viewer) f, visible_community(:viewer) i where f.id = :from and i.id = :into
            """;

    /** Parts of the one become parts of the other, or, when the other is below the one, of what the one is a part of. */
    private static final String GIVE_PARTS = """
            with recursive above (id) as (
              select parent_id from community where id = :into
              union select c.parent_id from above a join community c on c.id = a.id where c.parent_id is not null),
            one as (select parent_id, exists (select from above where id = :from) as is_above from community where id = :from)
            update community c
            set parent_id = case when one.is_above then one.parent_id else :into end, version = c.version + 1
            from one where c.parent_id = :from
            """;

    private static final String LEAD_ON = "update community set merged_into = :into where id = :from";
    private static final String CARRY_ACTIVITY = """
            update inventory_entry i set last_activity = greatest(i.last_activity, f.last_activity)
            from inventory_entry f where i.id = :into and f.id = :from
            """;
    /** A post that both keep is kept once, with what the second says of it. */
    private static final String GIVE_LIBRARY = """
            update library_entry e set community_id = :into
            where e.community_id = :from and (e.post_id is null or e.deleted_at is not null or not exists (
              select from library_entry o where o.community_id = :into and o.post_id = e.post_id and o.deleted_at is null))
            """;

    private static final String SETTLE = """
            update merge_proposal set closed_at = coalesce(closed_at, now()),
              state = case when one_id = least(:from, :into) and other_id = greatest(:from, :into)
                then 'merged' else 'dismissed' end
            where (one_id = :from or other_id = :from) and state = 'open'
              or one_id = least(:from, :into) and other_id = greatest(:from, :into) and state = 'accepted'
            """;
    private static final String HAND_OVER = """
            insert into hand_over (id, from_id, into_id, tag, handed_at) values (:id, :from, :into, :tag, :at)
            """;
    private static final String NEXT =
            "select id, from_id, into_id, tag, handed_at from hand_over where id > :last order by id limit 500";

    private final DatabaseClient database;

    Merges(DatabaseClient database) {
        this.database = database;
    }

    /** Lets nobody else change either, the parts of the first, or any family, until the transaction ends. */
    Mono<Void> hold(CommunityId from, CommunityId into) {
        return both(HOLD, from, into).then().then(database.sql(HOLD_FAMILIES).then());
    }

    /** Whether those who answer for each have accepted that they become one. */
    Mono<Boolean> agreed(CommunityId from, CommunityId into) {
        return both(AGREED, from, into).mapValue(Boolean.class).one();
    }

    Mono<Preview> preview(CommunityId from, CommunityId into, PersonId viewer) {
        return both(PREVIEW, from, into)
                .bind("viewer", viewer.value())
                .map(Merges::toPreview)
                .one();
    }

    /** All that hangs on the first but people and threads hangs on the second; both are held. */
    Mono<Void> join(CommunityId from, CommunityId into) {
        return both(GIVE_PARTS, from, into)
                .then()
                .then(both(LEAD_ON, from, into).then())
                .then(both(GIVE_LIBRARY, from, into).then())
                .then(both(CARRY_ACTIVITY, from, into).then())
                .then(both(SETTLE, from, into).then());
    }

    /** Keeps that threads go from one to the other. */
    Mono<PostsHandedOver> handOver(CommunityId from, CommunityId into, @Nullable String tag, Instant at) {
        UUID id = UuidCreator.getTimeOrderedEpochPlus1();
        DatabaseClient.GenericExecuteSpec insert =
                both(HAND_OVER, from, into).bind("id", id).bind("at", at);
        insert = tag == null ? insert.bindNull("tag", String.class) : insert.bind("tag", tag);
        return insert.then().thenReturn(new PostsHandedOver(id, from, into, tag, at));
    }

    @Override
    public String name() {
        return "hand-overs";
    }

    @Override
    public Mono<Part> after(UUID last) {
        return database.sql(NEXT)
                .bind("last", last)
                .map(row -> new PostsHandedOver(
                        Columns.get(row, "id", UUID.class),
                        new CommunityId(Columns.get(row, "from_id", UUID.class)),
                        new CommunityId(Columns.get(row, "into_id", UUID.class)),
                        row.get("tag", String.class),
                        Columns.get(row, "handed_at", Instant.class)))
                .all()
                .collectList()
                .filter(page -> !page.isEmpty())
                .map(page -> new Part(page.get(page.size() - 1).id(), page));
    }

    private DatabaseClient.GenericExecuteSpec both(String statement, CommunityId from, CommunityId into) {
        return database.sql(statement).bind("from", from.value()).bind("into", into.value());
    }

    private static Preview toPreview(Readable row) {
        return new Preview(
                place(row, "from"),
                place(row, "into"),
                Columns.get(row, "coming", Integer.class),
                Columns.get(row, "already", Integer.class),
                Columns.get(row, "asking", Integer.class),
                Columns.get(row, "parts", Integer.class),
                Objects.equals(row.get("narrower", Boolean.class), true));
    }

    private static Place place(Readable row, String side) {
        return new Place(
                new CommunityId(Columns.get(row, side + "_id", UUID.class)),
                Columns.get(row, side + "_slug", String.class),
                Columns.get(row, side + "_name", String.class));
    }
}
