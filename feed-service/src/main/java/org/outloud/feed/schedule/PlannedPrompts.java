package org.outloud.feed.schedule;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.feed.person.PersonRef;
import org.outloud.feed.post.PublishPostRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Posts that wait as prompts of a community's plan. */
@Repository
class PlannedPrompts {

    /** What a person is to a community; a secret one is not there for outsiders. */
    private static final String ROLE = """
            select coalesce(m.role, 'none') from community c
            left join membership m on m.community_id = c.id and m.person_id = :person
            where c.id = :community and (c.visibility <> 'secret' or m.role is not null)
            """;

    private static final String OF = """
            select s.id, s.publish_at, s.failure, s.paused, s.content::text as content, s.author_id = :viewer as mine,
              p.id as author, p.user_name, p.display_name, p.avatar, p.department
            from scheduled_post s join visible_person(:viewer) p on p.id = s.author_id
            where s.plan_of = :community
            order by s.publish_at, s.id
            """;
    private static final String PLAN = "update scheduled_post set plan_of = :community where id = any(:ids)";
    private static final String PAUSE = "update scheduled_post set paused = true where plan_of = :community";
    /** What missed its moment comes as many whole weeks later as the first that did needs, and all after it with it. */
    private static final String RESUME = """
            update scheduled_post s set paused = false, publish_at = s.publish_at + make_interval(weeks => late.weeks)
            from (
              select greatest(0, ceil(extract(epoch from now() - min(p.publish_at)) / 604800))::int as weeks
              from scheduled_post p where p.plan_of = :community and p.paused) as late
            where s.plan_of = :community and s.paused
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    PlannedPrompts(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The word of a role, or {@code none}; empty when there is no such community for the person. */
    Mono<String> role(CommunityId community, PersonId person) {
        return database.sql(ROLE)
                .bind("community", community.value())
                .bind("person", person.value())
                .mapValue(String.class)
                .one();
    }

    /** The plan, the next prompt first. */
    Mono<List<Prompt>> of(CommunityId community, PersonId viewer) {
        return database.sql(OF)
                .bind("community", community.value())
                .bind("viewer", viewer.value())
                .map(this::toPrompt)
                .all()
                .collectList();
    }

    /** Makes posts that wait prompts of a plan. */
    Mono<Void> plan(CommunityId community, List<UUID> posts) {
        return database.sql(PLAN)
                .bind("community", community.value())
                .bind("ids", posts.toArray(UUID[]::new))
                .then();
    }

    Mono<Void> pause(CommunityId community) {
        return database.sql(PAUSE).bind("community", community.value()).then();
    }

    Mono<Void> resume(CommunityId community) {
        return database.sql(RESUME).bind("community", community.value()).then();
    }

    private Prompt toPrompt(Readable row) {
        PublishPostRequest post =
                json.readValue(Objects.requireNonNull(row.get("content", String.class)), PublishPostRequest.class);
        return new Prompt(
                Objects.requireNonNull(row.get("id", UUID.class)),
                new PersonRef(
                        new PersonId(Objects.requireNonNull(row.get("author", UUID.class))),
                        Objects.requireNonNull(row.get("user_name", String.class)),
                        Objects.requireNonNull(row.get("display_name", String.class)),
                        row.get("avatar", String.class),
                        row.get("department", String.class)),
                Objects.requireNonNull(row.get("publish_at", Instant.class)),
                Boolean.TRUE.equals(row.get("paused", Boolean.class)),
                row.get("failure", String.class),
                post.toKind().word(),
                post.body(),
                Boolean.TRUE.equals(row.get("mine", Boolean.class)));
    }

    /**
     * A prompt that waits.
     *
     * @param author who will have posted it
     * @param failure the code of the problem that kept it from being published
     */
    record Prompt(
            UUID id,
            PersonRef author,
            Instant publishAt,
            boolean paused,
            @Nullable String failure,
            String kind,
            @Nullable String body,
            boolean mine) {}
}
