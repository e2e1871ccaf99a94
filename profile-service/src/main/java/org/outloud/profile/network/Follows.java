package org.outloud.profile.network;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.FollowChanged;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Page;
import org.outloud.profile.directory.PersonSummary;
import org.outloud.profile.directory.Summaries;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who follows whom. */
@Repository
class Follows {

    private static final String FOLLOW = """
            insert into follow (follower, followee, following, version, since)
            values (:follower, :followee, true, 1, now())
            on conflict (follower, followee) do update
              set following = true, version = follow.version + 1, since = excluded.since
              where not follow.following
            returning follower, followee, following, version, now() as at
            """;
    private static final String UNFOLLOW = """
            update follow set following = false, version = version + 1
            where follower = :follower and followee = :followee and following
            returning follower, followee, following, version, now() as at
            """;

    private static final String END_BETWEEN = """
            update follow set following = false, version = version + 1
            where (follower, followee) in ((:one, :other), (:other, :one)) and following
            returning follower, followee, following, version, now() as at
            """;

    private static final String FORGET = """
            delete from follow where follower = :person or followee = :person
            returning follower, followee, false as following, version + 1 as version, now() as at
            """;

    /** One lock for a pair, whichever of the two acts. */
    private static final String HOLD = """
            select pg_advisory_xact_lock(hashtextextended(
              least(:one::uuid, :other::uuid) || '/' || greatest(:one::uuid, :other::uuid), 0))
            """;

    /** What people undid since stays undone: an import brings beginnings in, it does not overrule decisions. */
    private static final String IMPORT = """
            insert into follow (follower, followee, following, version, since)
            select follower, followee, true, 1, now()
            from unnest(:followers::uuid[], :followees::uuid[]) as pair (follower, followee)
            where not exists (select from block b where b.blocked_at is not null
              and ((b.blocker, b.blocked) = (follower, followee) or (b.blocker, b.blocked) = (followee, follower)))
            order by follower, followee
            on conflict (follower, followee) do nothing
            returning follower, followee, following, version, now() as at
            """;

    private static final String FOLLOWERS = """
            select %s, f.since from visible_person(:viewer) o
            join follow f on f.followee = o.id
            join visible_person(:viewer) p on p.id = f.follower and p.active
            where o.id = :of and f.following and (f.since, f.follower) < (:before, :beforeId)
            order by f.since desc, f.follower desc limit :most
            """.formatted(Summaries.COLUMNS);
    private static final String FOLLOWING = """
            select %s, f.since from visible_person(:viewer) o
            join follow f on f.follower = o.id
            join visible_person(:viewer) p on p.id = f.followee and p.active
            where o.id = :of and f.following and (f.since, f.followee) < (:before, :beforeId)
            order by f.since desc, f.followee desc limit :most
            """.formatted(Summaries.COLUMNS);

    private final DatabaseClient database;

    Follows(DatabaseClient database) {
        this.database = database;
    }

    /** Lets nobody else change what is between two people until the transaction ends. */
    Mono<Void> hold(PersonId one, PersonId other) {
        return database.sql(HOLD)
                .bind("one", one.value())
                .bind("other", other.value())
                .then();
    }

    /** Ends every following between two people. */
    Mono<List<FollowChanged>> endBetween(PersonId one, PersonId other) {
        return database.sql(END_BETWEEN)
                .bind("one", one.value())
                .bind("other", other.value())
                .map(Follows::toEvent)
                .all()
                .collectList();
    }

    /** Forgets every following of and by a person; answers them as ended. */
    Mono<List<FollowChanged>> forget(PersonId person) {
        return database.sql(FORGET)
                .bind("person", person.value())
                .map(Follows::toEvent)
                .all()
                .collectList();
    }

    /** Begins the following; empty when it stands already. */
    Mono<FollowChanged> begin(PersonId follower, PersonId followee) {
        return change(FOLLOW, follower, followee);
    }

    /** Ends the following; empty when there is none. */
    Mono<FollowChanged> end(PersonId follower, PersonId followee) {
        return change(UNFOLLOW, follower, followee);
    }

    private Mono<FollowChanged> change(String statement, PersonId follower, PersonId followee) {
        return database.sql(statement)
                .bind("follower", follower.value())
                .bind("followee", followee.value())
                .map(Follows::toEvent)
                .one();
    }

    /** Begins many at once; answers those that never were before. */
    Flux<FollowChanged> bring(Collection<Pair> pairs) {
        return database.sql(IMPORT)
                .bind("followers", ids(pairs.stream().map(Pair::follower).toList()))
                .bind("followees", ids(pairs.stream().map(Pair::followee).toList()))
                .map(Follows::toEvent)
                .all();
    }

    Mono<Page<PersonSummary>> followers(PersonId of, PersonId viewer, Cursor.@Nullable At after, int limit) {
        return list(FOLLOWERS, of, viewer, after, limit);
    }

    Mono<Page<PersonSummary>> following(PersonId of, PersonId viewer, Cursor.@Nullable At after, int limit) {
        return list(FOLLOWING, of, viewer, after, limit);
    }

    private Mono<Page<PersonSummary>> list(
            String query, PersonId of, PersonId viewer, Cursor.@Nullable At after, int limit) {
        Cursor.At before = Dated.before(after);
        return database.sql(query)
                .bind("of", of.value())
                .bind("viewer", viewer.value())
                .bind("before", before.time())
                .bind("beforeId", before.id())
                .bind("most", limit + 1)
                .map(Dated::of)
                .all()
                .collectList()
                .map(read -> Dated.page(read, limit));
    }

    static FollowChanged toEvent(Readable row) {
        return new FollowChanged(
                new PersonId(Objects.requireNonNull(row.get("follower", UUID.class))),
                new PersonId(Objects.requireNonNull(row.get("followee", UUID.class))),
                Boolean.TRUE.equals(row.get("following", Boolean.class)),
                Objects.requireNonNull(row.get("version", Long.class)),
                Objects.requireNonNull(row.get("at", Instant.class)));
    }

    private static UUID[] ids(List<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
