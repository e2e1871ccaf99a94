package org.outloud.community.landscape;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.person.PersonRef;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Proposals that two communities be one. Whoever may not know of one of the two does not know of the proposal. */
@Repository
class MergeProposals {

    /** A community that is proposed to be merged, and how the viewer stands to it. */
    record Side(CommunityId id, String slug, String name, boolean accepted, boolean mine) {}

    /** A proposal as it is shown. */
    record Proposal(
            UUID id,
            Side one,
            Side other,
            @Nullable String note,
            String state,
            @Nullable PersonRef proposedBy,
            Instant proposedAt,
            boolean mine) {}

    private static final String ADD = """
            insert into merge_proposal (id, one_id, other_id, note, state, proposed_by, proposed_at)
            values (:id, least(:one, :other), greatest(:one, :other), :note, 'open', :by, now())
            on conflict (one_id, other_id) where state = 'open' do nothing
            """;
    private static final String SIDE = """
            json_build_object('id', %1$s.id, 'slug', %1$s.slug, 'name', %1$s.name,
              'accepted', p.%2$s_accepted_by is not null,
              'mine', coalesce(m%1$s.role = 'steward', false))
            """;
    private static final String SEEN = """
            select p.id, %s::text as one, %s::text as other, p.note, p.state, p.proposed_at,
              p.proposed_by = :viewer as mine,
              (select json_build_object('id', w.id, 'userName', w.user_name, 'displayName', w.display_name,
                 'avatar', w.avatar, 'department', w.department)
               from visible_person(:viewer) w where w.id = p.proposed_by)::text as proposed_by
            from merge_proposal p
            join visible_community(:viewer) a on a.id = p.one_id
            join visible_community(:viewer) b on b.id = p.other_id
            left join membership ma on ma.community_id = a.id and ma.person_id = :viewer
            left join membership mb on mb.community_id = b.id and mb.person_id = :viewer
            where (:all or ma.role = 'steward' or mb.role = 'steward' or p.proposed_by = :viewer)
            """.formatted(SIDE.formatted("a", "one"), SIDE.formatted("b", "other"));
    private static final String LIST = SEEN + "order by p.state <> 'open', p.proposed_at desc, p.id desc limit :most";
    private static final String FIND = SEEN + "and p.id = :id";
    private static final String HOLD = "select id from merge_proposal where id = :id for update";
    private static final String ACCEPT = """
            update merge_proposal p set
              one_accepted_by = case when :one then :by else one_accepted_by end,
              other_accepted_by = case when :other then :by else other_accepted_by end,
              state = case when (:one or one_accepted_by is not null) and (:other or other_accepted_by is not null)
                then 'accepted' else state end,
              closed_at = case when (:one or one_accepted_by is not null) and (:other or other_accepted_by is not null)
                then now() end,
              closed_by = case when (:one or one_accepted_by is not null) and (:other or other_accepted_by is not null)
                then :by end
            where id = :id and state = 'open'
            """;
    private static final String DISMISS = """
            update merge_proposal set state = 'dismissed', closed_at = now(), closed_by = :by
            where id = :id and state = 'open'
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    MergeProposals(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps a proposal; false when one about the two is open. */
    Mono<Boolean> add(UUID id, CommunityId one, CommunityId other, @Nullable String note, PersonId by) {
        return database.sql(ADD)
                .bindProperties(new Row(id, one.value(), other.value(), note, by.value()))
                .fetch()
                .rowsUpdated()
                .map(added -> added == 1);
    }

    /** Those that the viewer has a say in; all, for learning and development. The open ones first. */
    Mono<List<Proposal>> of(PersonId viewer, boolean all, int most) {
        return database.sql(LIST)
                .bind("viewer", viewer.value())
                .bind("all", all)
                .bind("most", most)
                .map(this::toProposal)
                .all()
                .collectList();
    }

    /** A proposal, if the viewer may know of it. */
    Mono<Proposal> find(UUID id, PersonId viewer, boolean all) {
        return database.sql(FIND)
                .bind("viewer", viewer.value())
                .bind("all", all)
                .bind("id", id)
                .map(this::toProposal)
                .one();
    }

    /** Lets nobody else decide until the transaction ends. */
    Mono<Void> hold(UUID id) {
        return database.sql(HOLD).bind("id", id).then();
    }

    /** Says yes for one side, for the other, or for both. */
    Mono<Void> accept(UUID id, boolean one, boolean other, PersonId by) {
        return database.sql(ACCEPT)
                .bind("id", id)
                .bind("one", one)
                .bind("other", other)
                .bind("by", by.value())
                .then();
    }

    Mono<Void> dismiss(UUID id, PersonId by) {
        return database.sql(DISMISS).bind("id", id).bind("by", by.value()).then();
    }

    private Proposal toProposal(Readable row) {
        String by = row.get("proposed_by", String.class);
        return new Proposal(
                Columns.get(row, "id", UUID.class),
                side(row, "one"),
                side(row, "other"),
                row.get("note", String.class),
                Columns.get(row, "state", String.class),
                by == null ? null : json.readValue(by, PersonRef.class),
                Columns.get(row, "proposed_at", Instant.class),
                Objects.equals(row.get("mine", Boolean.class), true));
    }

    private Side side(Readable row, String column) {
        return json.readValue(Columns.get(row, column, String.class), Side.class);
    }

    private record Row(
            UUID id, UUID one, UUID other, @Nullable String note, UUID by) {}
}
