package org.outloud.community.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.community.community.Community;
import org.outloud.community.membership.Membership;
import org.outloud.community.membership.Memberships;
import org.outloud.community.membership.Role;
import org.outloud.community.person.People;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineOutcome;
import org.outloud.platform.imports.LineRejected;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes in lines of type {@code community}. */
@Component
class TakingInCommunities {

    private final ArrivingPeople arriving;
    private final People people;
    private final ImportedCommunities communities;
    private final Memberships memberships;
    private final WritingShelves writing;

    TakingInCommunities(
            ArrivingPeople arriving,
            People people,
            ImportedCommunities communities,
            Memberships memberships,
            WritingShelves writing) {
        this.arriving = arriving;
        this.people = people;
        this.communities = communities;
        this.memberships = memberships;
        this.writing = writing;
    }

    Mono<List<LineOutcome>> take(List<ImportLine> lines) {
        Lines<CommunityLine> read = Lines.read(lines, CommunityLine::of);
        Set<String> names = read.good()
                .map(CommunityLine::steward)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        return arriving.named(names)
                .flatMap(known -> people.hold(known.values())
                        .then(Mono.defer(() -> shelf(read, known)))
                        .flatMap(shelf -> {
                            List<LineOutcome> outcomes = read.settle(line -> take(shelf, line, known));
                            return writing.write(shelf).thenReturn(outcomes);
                        }));
    }

    private Mono<Shelf> shelf(Lines<CommunityLine> read, Map<String, PersonId> known) {
        List<String> externalIds =
                read.good().map(CommunityLine::externalId).distinct().toList();
        List<String> slugs =
                read.good().flatMap(line -> line.slugs().stream()).distinct().toList();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return communities
                .find(externalIds, slugs)
                .flatMap(found -> memberships
                        .find(stewardships(read, known, found))
                        .map(stewards -> new Shelf(now, found, stewards)));
    }

    /** Whom the lines name as stewards of which communities that are there already. */
    private static List<Membership> stewardships(
            Lines<CommunityLine> read, Map<String, PersonId> known, List<Imported> found) {
        Map<String, CommunityId> ids = found.stream()
                .filter(one -> one.community() != null && one.externalId() != null)
                .collect(Collectors.toMap(
                        one -> Objects.requireNonNull(one.externalId()), one -> new CommunityId(one.id())));
        return read.good()
                .filter(line -> line.steward() != null && ids.containsKey(line.externalId()))
                .flatMap(line -> Stream.ofNullable(known.get(People.key(Objects.requireNonNull(line.steward()))))
                        .map(person -> Membership.none(Objects.requireNonNull(ids.get(line.externalId())), person)))
                .toList();
    }

    private static LineOutcome take(Shelf shelf, CommunityLine line, Map<String, PersonId> known) {
        PersonId steward = steward(line, known);
        Imported before = shelf.known(line.externalId());
        Imported after = before == null ? founded(shelf, line) : before.saying(line);
        Community community = after.community();
        if (steward != null && community == null) {
            after = after.stewardedBy(steward);
        }
        boolean changed = shelf.put(after);
        if (steward != null && community != null) {
            changed |= shelf.remember(community.id(), steward, Role.STEWARD, before == null ? after.createdAt() : null);
        }
        if (before == null) {
            return LineOutcome.created();
        }
        return changed ? LineOutcome.updated() : LineOutcome.unchanged();
    }

    private static @Nullable PersonId steward(CommunityLine line, Map<String, PersonId> known) {
        if (line.steward() == null) {
            return null;
        }
        PersonId steward = known.get(People.key(line.steward()));
        if (steward == null) {
            throw new LineRejected("steward", "unknown-person", "Nobody here has this user name.");
        }
        return steward;
    }

    private static Imported founded(Shelf shelf, CommunityLine line) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (!line.here()) {
            return Imported.elsewhere(line, now);
        }
        String slug = line.slugs().stream()
                .filter(candidate -> !shelf.taken(candidate))
                .findFirst()
                .orElseThrow(() -> new LineRejected("slug", "slug-taken", "Another community has this slug."));
        return Imported.hosted(line, slug, now);
    }
}
