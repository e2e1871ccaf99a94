package org.outloud.feed.live;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Which of the connected people a change is for: those in whose home or thread it stands, who may read it, and who did not
 * mute its author.
 */
@Repository
class Recipients {

    private static final String OF = """
            select o.id, exists (select from hidden_from(o.id)) as apart from (
              select home_of(r.author_id, r.community_id) as id from post r where r.id = :root
              union select c.id from post r
                join shared_source s on s.source_id in (r.author_id, r.community_id),
                unnest(:connected::uuid[]) as c (id)
                where r.id = :root and s.source_id in (select merged_for(c.id))
              union select c.author_id from post c where c.root_id = :root and :thread
            ) o
            where o.id = any(:connected)
              and exists (select from readable_post(o.id) p where p.id = :subject
                and p.author_id <> all (array(select m.id from muted_by(o.id) as m (id))))
            """;

    private static final String SEEING = """
            select o.id from unnest(:people::uuid[]) as o (id)
            where exists (select from readable_post(o.id) p where p.id = :post
                and p.author_id <> all (array(select m.id from muted_by(o.id) as m (id))))
            """;

    private static final String LOSING = """
            select o.id from unnest(:people::uuid[]) as o (id)
            where exists (select from lost_post(o.id) p where p.id = :post)
            """;

    private final DatabaseClient database;

    Recipients(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Somebody whom a change is for.
     *
     * @param apart whether there are people whom this one does not meet, so that what others see may not be shown
     */
    record Recipient(PersonId id, boolean apart) {}

    /** Which of some people see a post that is passed on to them, or is back. */
    Mono<Set<PersonId>> seeing(PostId post, Collection<PersonId> people) {
        return among(SEEING, post, people);
    }

    /** Which of some people could read what was taken away, and so may learn that it was. */
    Mono<Set<PersonId>> losing(PostId post, Collection<PersonId> people) {
        return among(LOSING, post, people);
    }

    private Mono<Set<PersonId>> among(String query, PostId post, Collection<PersonId> people) {
        return database.sql(query)
                .bind("post", post.value())
                .bind("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all()
                .map(PersonId::new)
                .collect(toSet());
    }

    Mono<List<Recipient>> of(LiveSignal signal, Collection<PersonId> connected) {
        return database.sql(OF)
                .bind("root", signal.root())
                .bind("subject", signal.subject())
                .bind("thread", !signal.kind().equals(LiveSignal.POST))
                .bind("connected", connected.stream().map(PersonId::value).toArray(UUID[]::new))
                .map(row -> new Recipient(
                        new PersonId(Objects.requireNonNull(row.get("id", UUID.class))),
                        Boolean.TRUE.equals(row.get("apart", Boolean.class))))
                .all()
                .collectList();
    }
}
