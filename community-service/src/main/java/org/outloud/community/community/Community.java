package org.outloud.community.community;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Invalid;

/**
 * A community of practice and the rules of its life.
 *
 * @param version grows by one with each change of what it says about itself
 */
public record Community(
        CommunityId id,
        Details details,
        Instant createdAt,
        @Nullable Instant archivedAt,
        long version) {

    /** A new community; its details have a slug. */
    public static Community founded(Details details, Instant at) {
        return new Community(CommunityId.next(), details, at, null, 1);
    }

    /** What it is called in addresses. */
    public String slug() {
        return Objects.requireNonNull(details.slug());
    }

    /** With other words about itself; the slug stays, for others have written it down. */
    public Community edited(Details after) {
        if (archivedAt != null) {
            throw new Conflicting("community-archived");
        }
        if (!slug().equals(after.slug())) {
            throw Invalid.field("slug", "fixed", "A community keeps its slug.");
        }
        if (id.equals(after.parentId())) {
            throw Invalid.field("parentId", "circular", "A community is not part of itself.");
        }
        return after.equals(details) ? this : new Community(id, after, createdAt, null, version + 1);
    }

    /** Readable for ever, changed no more; once. */
    Community archived(Instant at) {
        return archivedAt != null ? this : new Community(id, details, createdAt, at, version + 1);
    }

    /** Tells what is so now. */
    public CommunityChanged toEvent(Instant at) {
        return new CommunityChanged(
                id,
                version,
                slug(),
                details.name(),
                details.domain(),
                details.visibility().word(),
                archivedAt != null,
                at);
    }
}
