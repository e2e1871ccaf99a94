package org.outloud.community.membership;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.outloud.contracts.CommunityId;
import org.outloud.platform.outbox.Owned;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who takes part where, by community. */
@Repository
class MembershipsToldAgain implements Owned {

    private static final String NEXT = "select id from community where id > :last order by id limit 20";
    private static final String ALL = "select " + Memberships.COLUMNS + """
             from membership m where m.community_id = any(:communities) order by m.community_id, m.person_id
            """;

    private final DatabaseClient database;
    private final Memberships memberships;

    MembershipsToldAgain(DatabaseClient database, Memberships memberships) {
        this.database = database;
        this.memberships = memberships;
    }

    @Override
    public String name() {
        return "memberships";
    }

    /** Who holds a community holds its memberships, too. */
    @Override
    public Mono<Part> after(UUID last) {
        return database.sql(NEXT)
                .bind("last", last)
                .mapValue(UUID.class)
                .all()
                .collectList()
                .filter(ids -> !ids.isEmpty())
                .flatMap(ids -> memberships
                        .hold(ids.stream().map(CommunityId::new).toList())
                        .then(Mono.defer(() -> of(ids)))
                        .map(all -> new Part(
                                ids.get(ids.size() - 1),
                                all.stream().map(one -> one.toEvent(since(one))).toList())));
    }

    private static Instant since(Membership membership) {
        Instant since = membership.since();
        return since == null ? Instant.now() : since;
    }

    private Mono<List<Membership>> of(List<UUID> communities) {
        return database.sql(ALL)
                .bind("communities", communities.toArray(UUID[]::new))
                .map(Memberships::toMembership)
                .all()
                .collectList();
    }
}
