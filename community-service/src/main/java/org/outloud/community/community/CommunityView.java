package org.outloud.community.community;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.community.inventory.Stage;
import org.outloud.community.membership.Role;
import org.outloud.community.membership.Visibility;
import org.outloud.contracts.CommunityId;

/**
 * A community as one viewer sees it.
 *
 * @param parentId null also when the viewer may not know of the parent
 * @param mergedInto where an archived one goes on; null also when the viewer may not know of that one
 * @param members who takes part and works here, without followers
 */
record CommunityView(
        CommunityId id,
        String slug,
        String name,
        @Nullable String domain,
        @Nullable String purpose,
        @Nullable String practice,
        @Nullable String rhythm,
        @Nullable String norms,
        Visibility visibility,
        Stage stage,
        @Nullable CommunityId parentId,
        int members,
        Instant createdAt,
        boolean archived,
        @Nullable Place mergedInto,
        long version,
        Mine mine) {

    /** Another community, by name and address. */
    record Place(CommunityId id, String slug, String name) {}

    /**
     * What the viewer is to it.
     *
     * @param normsSeen whether the viewer has said to have read how people talk there
     */
    record Mine(@Nullable Role role, boolean asked, boolean normsSeen) {}
}
