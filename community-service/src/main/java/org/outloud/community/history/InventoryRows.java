package org.outloud.community.history;

import java.util.List;
import java.util.Map;
import org.outloud.contracts.PersonId;
import org.outloud.platform.imports.ImportFormat;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineOutcome;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Rows of an inventory that somebody brings in: as history, but who brings them learns nothing of secret communities,
 * and may leave out the external ids.
 */
@Component
public class InventoryRows implements ImportFormat {

    /** What such an import is called. */
    public static final String KIND = "inventory";

    private final CommunityHistory history;
    private final TakingInCommunities communities;
    private final TakingInMemberships memberships;

    InventoryRows(CommunityHistory history, TakingInCommunities communities, TakingInMemberships memberships) {
        this.history = history;
        this.communities = communities;
        this.memberships = memberships;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean uploaded() {
        return false;
    }

    @Override
    public Map<String, Integer> phases() {
        return history.phases();
    }

    @Override
    public Mono<List<LineOutcome>> apply(int phase, List<ImportLine> lines) {
        return history.apply(phase, lines);
    }

    @Override
    public Mono<List<LineOutcome>> apply(int phase, List<ImportLine> lines, PersonId owner) {
        return phase == CommunityHistory.COMMUNITIES ? communities.take(lines, owner) : memberships.take(lines, owner);
    }
}
