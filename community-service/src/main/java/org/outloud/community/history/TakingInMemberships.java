package org.outloud.community.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.community.membership.Membership;
import org.outloud.community.membership.Memberships;
import org.outloud.community.person.People;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineOutcome;
import org.outloud.platform.imports.LineRejected;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes in lines of type {@code membership}. */
@Component
class TakingInMemberships {

    private final ArrivingPeople arriving;
    private final People people;
    private final ImportedCommunities communities;
    private final Memberships memberships;
    private final WritingShelves writing;

    TakingInMemberships(
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

    /**
     * Takes lines in.
     *
     * @param viewer who must not learn of communities that are hidden from them; null when none is
     */
    Mono<List<LineOutcome>> take(List<ImportLine> lines, @Nullable PersonId viewer) {
        Lines<MembershipLine> read = Lines.read(lines, MembershipLine::of);
        Set<String> names = read.good().map(MembershipLine::person).collect(Collectors.toSet());
        Set<String> slugs = read.good().map(MembershipLine::community).collect(Collectors.toSet());
        return Mono.zip(arriving.named(names), communities.named(slugs, viewer))
                .flatMap(known -> take(read, new References(known.getT2(), known.getT1())));
    }

    private Mono<List<LineOutcome>> take(Lines<MembershipLine> read, References known) {
        List<Membership> pairs = read.good().flatMap(known::pair).toList();
        List<CommunityId> held =
                pairs.stream().map(Membership::community).distinct().toList();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return people.hold(pairs.stream().map(Membership::person).toList())
                .then(memberships.hold(held))
                .then(Mono.defer(() -> memberships.find(pairs)))
                .map(found -> new Shelf(now, List.of(), found))
                .flatMap(shelf -> {
                    List<LineOutcome> outcomes = read.settle(line -> take(shelf, line, known));
                    return writing.write(shelf).thenReturn(outcomes);
                });
    }

    private static LineOutcome take(Shelf shelf, MembershipLine line, References known) {
        ImportedCommunities.Named community = known.communities().get(line.community());
        if (community == null) {
            throw new LineRejected("community", "unknown-community", "No community here has this slug.");
        }
        PersonId person = known.people().get(People.key(line.person()));
        if (person == null) {
            throw new LineRejected("person", "unknown-person", "Nobody here has this user name.");
        }
        Instant end = community.archivedAt();
        if (end != null && (line.since() == null || line.since().isAfter(end))) {
            throw new LineRejected("community", "community-archived", "Nobody joins an archived community.");
        }
        boolean stranger = shelf.membership(community.id(), person).version() == 0;
        boolean changed = shelf.remember(community.id(), person, line.role(), line.since());
        if (!changed) {
            return LineOutcome.unchanged();
        }
        return stranger ? LineOutcome.created() : LineOutcome.updated();
    }

    /** What the names in the lines stand for. */
    private record References(Map<String, ImportedCommunities.Named> communities, Map<String, PersonId> people) {

        Stream<Membership> pair(MembershipLine line) {
            ImportedCommunities.Named community = communities.get(line.community());
            PersonId person = people.get(People.key(line.person()));
            return community == null || person == null
                    ? Stream.empty()
                    : Stream.of(Membership.none(community.id(), person));
        }
    }
}
