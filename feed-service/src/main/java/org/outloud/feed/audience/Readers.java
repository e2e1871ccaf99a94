package org.outloud.feed.audience;

import io.r2dbc.spi.Readable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.feed.person.PersonRef;
import org.outloud.feed.post.Audience;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Counts and names the people behind an audience. */
@Repository
class Readers {

    private static final String EVERYONE =
            "select p.* from visible_person(:author) p where p.active and p.id <> :author";
    private static final String FOLLOWERS = EVERYONE
            + " and exists (select from follow f where f.follower = p.id and f.followee = :author and f.following)";
    private static final String NAMED = EVERYONE + " and p.id = any(:people)";
    private static final String MEMBERS = EVERYONE + " and is_member(:community, p.id)";

    private final DatabaseClient database;

    Readers(DatabaseClient database) {
        this.database = database;
    }

    Mono<AudiencePreview> of(PersonId author, Audience audience, boolean openCommunity) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("author", author.value());
        String who = EVERYONE;
        CommunityId community = audience.communityId();
        if (audience instanceof Audience.Followers) {
            who = FOLLOWERS;
        } else if (audience instanceof Audience.People named) {
            who = NAMED;
            parameters.put(
                    "people", named.people().stream().map(PersonId::value).toArray(UUID[]::new));
        } else if (community != null && !openCommunity) {
            who = MEMBERS;
            parameters.put("community", community.value());
        }
        return preview(who, parameters);
    }

    private Mono<AudiencePreview> preview(String who, Map<String, Object> parameters) {
        Mono<Long> count = bound("select count(*) from (" + who + ") w", parameters)
                .mapValue(Long.class)
                .one();
        return count.flatMap(total -> bound(who + " order by p.display_name limit 5", parameters)
                .map(Readers::toPerson)
                .all()
                .collectList()
                .map(sample -> new AudiencePreview(total, sample)));
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, Map<String, Object> parameters) {
        return database.sql(sql).bindValues(parameters);
    }

    private static PersonRef toPerson(Readable row) {
        return new PersonRef(
                new PersonId(Objects.requireNonNull(row.get("id", UUID.class))),
                Objects.requireNonNull(row.get("user_name", String.class)),
                Objects.requireNonNull(row.get("display_name", String.class)),
                row.get("avatar", String.class),
                row.get("department", String.class));
    }
}
