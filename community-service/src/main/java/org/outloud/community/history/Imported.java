package org.outloud.community.history;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.community.community.Community;
import org.outloud.community.community.Details;
import org.outloud.community.inventory.EntryDetails;
import org.outloud.community.inventory.Stage;
import org.outloud.community.membership.Visibility;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.imports.LineRejected;

/**
 * A community as an import knows it: its place in the inventory and, when it is hosted here, itself.
 *
 * @param externalId null of one that no import brought
 * @param entry without stewards when it is hosted here: those are its members
 */
record Imported(
        @Nullable String externalId,
        UUID id,
        @Nullable Community community,
        EntryDetails entry,
        @Nullable Instant lastActivity,
        Instant createdAt) {

    /** A community that was not there. */
    static Imported hosted(CommunityLine line, String slug, @Nullable CommunityId parent, Instant now) {
        Instant createdAt = line.createdAt() == null ? now : line.createdAt();
        Details blank = new Details(slug, line.name(), null, null, null, null, null, Visibility.OPEN, parent);
        Community founded = Community.founded(said(line, blank), createdAt);
        Community community = new Community(
                founded.id(), founded.details(), founded.createdAt(), line.archivedAt(), founded.version());
        EntryDetails entry = entry(line, blankEntry(line, createdAt));
        return new Imported(
                line.externalId(), community.id().value(), community, entry, line.lastActivity(), createdAt);
    }

    /** A community elsewhere that was not there. */
    static Imported elsewhere(CommunityLine line, Instant now) {
        Instant createdAt = line.createdAt() == null ? now : line.createdAt();
        EntryDetails entry = entry(line, blankEntry(line, createdAt));
        return new Imported(
                line.externalId(), UuidCreator.getTimeOrderedEpochPlus1(), null, entry, line.lastActivity(), createdAt);
    }

    /** What it may be called in a line: its external id, and its own. */
    List<String> keys() {
        return Stream.concat(Stream.ofNullable(externalId), Stream.of(id.toString()))
                .toList();
    }

    /** With what the line says; what it does not say stays. */
    Imported saying(CommunityLine line) {
        if ((community != null) != line.here()) {
            throw new LineRejected("host", "moved", "This community is already known as hosted somewhere else.");
        }
        Community said = community == null ? null : edited(community, line);
        return new Imported(externalId, id, said, entry(line, entry), latest(line), createdAt);
    }

    private static Community edited(Community community, CommunityLine line) {
        if (line.slug() != null && !line.slug().equals(community.slug())) {
            throw new LineRejected("slug", "fixed", "A community keeps its slug.");
        }
        if (line.archivedAt() != null && community.archivedAt() == null) {
            throw new LineRejected("archivedAt", "fixed", "A community is archived on its own page.");
        }
        Details said = said(line, community.details());
        if (said.equals(community.details())) {
            return community;
        }
        if (community.archivedAt() != null) {
            throw new LineRejected("externalId", "community-archived", "An archived community changes no more.");
        }
        return community.edited(said);
    }

    /** With one more who answers for it. */
    Imported stewardedBy(PersonId person) {
        if (entry.stewardIds().contains(person)) {
            return this;
        }
        List<PersonId> stewards =
                Stream.concat(entry.stewardIds().stream(), Stream.of(person)).toList();
        EntryDetails more = new EntryDetails(
                entry.name(),
                entry.domain(),
                entry.host(),
                entry.url(),
                stewards,
                entry.stage(),
                entry.reviewBy(),
                entry.size());
        return new Imported(externalId, id, community, more, lastActivity, createdAt);
    }

    private static Details said(CommunityLine line, Details before) {
        return new Details(
                before.slug(),
                line.name(),
                or(line.domain(), before.domain()),
                or(line.purpose(), before.purpose()),
                or(line.practice(), before.practice()),
                or(line.rhythm(), before.rhythm()),
                or(line.norms(), before.norms()),
                line.visibility() == null ? before.visibility() : line.visibility(),
                before.parentId());
    }

    private static EntryDetails blankEntry(CommunityLine line, Instant createdAt) {
        return new EntryDetails(
                line.name(),
                null,
                line.host(),
                null,
                List.of(),
                Stage.POTENTIAL,
                EntryDetails.firstReview(createdAt),
                line.here() ? Integer.valueOf(0) : null);
    }

    private static EntryDetails entry(CommunityLine line, EntryDetails before) {
        return new EntryDetails(
                line.name(),
                or(line.domain(), before.domain()),
                line.host(),
                line.here() ? null : or(line.url(), before.url()),
                before.stewardIds(),
                line.stage() == null ? before.stage() : line.stage(),
                reviewBy(line, before),
                line.here() ? before.size() : or(line.size(), before.size()));
    }

    private static @Nullable LocalDate reviewBy(CommunityLine line, EntryDetails before) {
        LocalDate said = or(line.reviewBy(), before.reviewBy());
        return CommunityLine.NEVER.equals(said) ? null : said;
    }

    private @Nullable Instant latest(CommunityLine line) {
        Instant told = line.lastActivity();
        return told == null || (lastActivity != null && lastActivity.isAfter(told)) ? lastActivity : told;
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }

    /** Whether the community itself is another one than before. */
    boolean communityDiffers(Imported before) {
        return !Objects.equals(community, before.community);
    }
}
