package org.outloud.community.history;

import java.util.List;
import java.util.Map;
import org.outloud.platform.imports.ImportFormat;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineOutcome;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What this service takes in as history: communities, then who takes part in them. */
@Component
class CommunityHistory implements ImportFormat {

    static final int COMMUNITIES = 0;
    private static final int MEMBERSHIPS = 1;

    private final TakingInCommunities communities;
    private final TakingInMemberships memberships;

    CommunityHistory(TakingInCommunities communities, TakingInMemberships memberships) {
        this.communities = communities;
        this.memberships = memberships;
    }

    @Override
    public String kind() {
        return "communities";
    }

    @Override
    public Map<String, Integer> phases() {
        return Map.of("community", COMMUNITIES, "membership", MEMBERSHIPS);
    }

    @Override
    public Mono<List<LineOutcome>> apply(int phase, List<ImportLine> lines) {
        return phase == COMMUNITIES ? communities.take(lines, null) : memberships.take(lines, null);
    }
}
