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

    /** What people undid since stays undone: an import brings beginnings in, it does not overrule decisions. */
    private static final String IMPORT = """
            insert into follow (follower, followee, following, version, since)
            select follower, followee, true, 1, now()
            from unnest(:followers::uuid[], :followees::uuid[]) as pair (follower, followee)
            order by follower, followee
            on conflict (follower, followee) do nothing
            returning follower, followee, following, version, now() as at
            """;

    private static final String FOLLOWERS = """
            select %s, f.since from follow f join person p on p.id = f.follower and p.active
            where f.followee = :of and f.following and (f.since, f.follower) < (:before, :beforeId)
            order by f.since desc, f.follower desc limit :most
            """.formatted(Summaries.COLUMNS);
    private static final String FOLLOWING = """
            select %s, f.since from follow f join person p on p.id = f.followee and p.active
            where f.follower = :of and f.following and (f.since, f.followee) < (:before, :beforeId)
            order by f.since desc, f.followee desc limit :most
            """.formatted(Summaries.COLUMNS);

    private static final Cursor.At FIRST_PAGE = new Cursor.At(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;

    Follows(DatabaseClient database) {
        this.database = database;
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
        Cursor.At before = after == null ? FIRST_PAGE : after;
        return database.sql(query)
                .bind("of", of.value())
                .bind("viewer", viewer.value())
                .bind("before", before.time())
                .bind("beforeId", before.id())
                .bind("most", limit + 1)
                .map(row -> new Found(Summaries.toSummary(row), instant(row, "since")))
                .all()
                .collectList()
                .map(read -> Page.of(read, limit, Found::place))
                .map(page -> new Page<>(page.items().stream().map(Found::person).toList(), page.next()));
    }

    private static FollowChanged toEvent(Readable row) {
        return new FollowChanged(
                new PersonId(Objects.requireNonNull(row.get("follower", UUID.class))),
                new PersonId(Objects.requireNonNull(row.get("followee", UUID.class))),
                Boolean.TRUE.equals(row.get("following", Boolean.class)),
                Objects.requireNonNull(row.get("version", Long.class)),
                instant(row, "at"));
    }

    private static UUID[] ids(List<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static Instant instant(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class));
    }

    private record Found(PersonSummary person, Instant since) {

        Cursor place() {
            return new Cursor.At(since, person.id().value());
        }
    }
}
