package org.outloud.community.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.community.community.Community;
import org.outloud.community.membership.Membership;
import org.outloud.community.membership.Memberships;
import org.outloud.community.membership.Role;
import org.outloud.community.membership.Visibility;
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

    /**
     * Takes lines in.
     *
     * @param viewer who must not learn of communities that are hidden from them; null when none is, and then the lines
     *     are history
     */
    Mono<List<LineOutcome>> take(List<ImportLine> lines, @Nullable PersonId viewer) {
        if (viewer == null) {
            return take(Lines.read(lines, CommunityLine::of), new Rules(null));
        }
        Lines<CommunityLine> read = Lines.read(lines, CommunityLine::ofInventory);
        List<CommunityLine> unnamed =
                read.good().filter(CommunityLine::placed).distinct().toList();
        return communities
                .placed(unnamed, viewer)
                .flatMap(keys -> take(
                        read.settling(line -> line.placed() ? placed(line, keys.get(unnamed.indexOf(line))) : line),
                        new Rules(viewer)));
    }

    private static CommunityLine placed(CommunityLine line, List<String> keys) {
        if (keys.size() > 1) {
            throw new LineRejected(
                    "name",
                    "ambiguous",
                    "Several are called so there. Say which by the externalId that an export gives.");
        }
        return keys.isEmpty() ? line : line.known(keys.get(0));
    }

    private Mono<List<LineOutcome>> take(Lines<CommunityLine> read, Rules rules) {
        Set<String> names =
                read.good().flatMap(line -> line.stewards().stream()).collect(Collectors.toSet());
        return arriving.named(names)
                .flatMap(known -> people.hold(known.values())
                        .then(Mono.defer(() -> shelf(read, known, rules)))
                        .flatMap(shelf -> {
                            List<LineOutcome> outcomes = read.settle(line -> take(shelf, line, known, rules));
                            return writing.write(shelf).thenReturn(outcomes);
                        }));
    }

    private Mono<Shelf> shelf(Lines<CommunityLine> read, Map<String, PersonId> known, Rules rules) {
        List<String> externalIds = read.good()
                .map(CommunityLine::externalId)
                .flatMap(rules::keys)
                .distinct()
                .toList();
        List<String> slugs = read.good()
                .flatMap(line -> Stream.concat(line.slugs().stream(), Stream.ofNullable(line.parent())))
                .distinct()
                .toList();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return communities
                .find(externalIds, slugs, rules.viewer())
                .flatMap(found -> memberships
                        .find(stewardships(read, known, found, rules))
                        .map(stewards -> new Shelf(now, found, stewards)));
    }

    /** Whom the lines name as stewards of which communities that are there already. */
    private static List<Membership> stewardships(
            Lines<CommunityLine> read,
            Map<String, PersonId> known,
            List<ImportedCommunities.Found> found,
            Rules rules) {
        Map<String, CommunityId> ids = new HashMap<>();
        found.stream()
                .filter(ImportedCommunities.Found::visible)
                .map(ImportedCommunities.Found::imported)
                .filter(one -> one.community() != null)
                .forEach(one -> one.keys().forEach(key -> ids.put(key, new CommunityId(one.id()))));
        return read.good()
                .flatMap(line -> rules.keys(line.externalId())
                        .flatMap(key -> Stream.ofNullable(ids.get(key)))
                        .flatMap(id -> line.stewards().stream()
                                .flatMap(name -> Stream.ofNullable(known.get(People.key(name))))
                                .map(person -> Membership.none(id, person))))
                .distinct()
                .toList();
    }

    private static LineOutcome take(Shelf shelf, CommunityLine said, Map<String, PersonId> known, Rules rules) {
        CommunityLine line = rules.key(shelf, said);
        List<PersonId> stewards = stewards(line, known, rules);
        Imported before = shelf.known(line.externalId());
        if (before == null && line.parent() != null && shelf.at(line.parent()) == null) {
            return LineOutcome.deferred("parent");
        }
        rules.check(shelf, before, line);
        Imported after = before == null ? founded(shelf, line) : before.saying(line);
        Community community = after.community();
        if (community == null) {
            for (PersonId steward : stewards) {
                after = after.stewardedBy(steward);
            }
        }
        boolean changed = shelf.put(after);
        if (community != null) {
            Instant since = before == null && rules.viewer() == null ? after.createdAt() : null;
            for (PersonId steward : stewards) {
                changed |= shelf.remember(community.id(), steward, Role.STEWARD, since);
            }
        }
        if (before == null) {
            return LineOutcome.created();
        }
        return changed ? LineOutcome.updated() : LineOutcome.unchanged();
    }

    private static List<PersonId> stewards(CommunityLine line, Map<String, PersonId> known, Rules rules) {
        List<PersonId> stewards = new ArrayList<>();
        for (String name : line.stewards()) {
            PersonId steward = known.get(People.key(name));
            if (steward == null) {
                String field = rules.viewer() == null ? "steward" : "stewards";
                throw new LineRejected(field, "unknown-person", "Nobody here has the user name " + name + ".");
            }
            stewards.add(steward);
        }
        return stewards;
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
        CommunityId parent = line.parent() == null ? null : shelf.at(line.parent());
        return Imported.hosted(line, slug, parent, now);
    }

    /**
     * What holds for those who bring the lines.
     *
     * @param viewer null for history, which administrators bring and which nothing is hidden from
     */
    private record Rules(@Nullable PersonId viewer) {

        /** What a line's external id may be kept as. */
        Stream<String> keys(String externalId) {
            return viewer == null ? Stream.of(externalId) : Stream.of(externalId, instead(externalId, viewer));
        }

        /** The line under the external id that is free for it: that of a hidden community looks as if it were. */
        CommunityLine key(Shelf shelf, CommunityLine line) {
            return viewer != null && shelf.known(line.externalId()) == null && shelf.hides(line.externalId())
                    ? line.known(instead(line.externalId(), viewer))
                    : line;
        }

        /** What only the community's own page changes, and what must not come in. */
        void check(Shelf shelf, @Nullable Imported before, CommunityLine line) {
            if (before != null) {
                checkFixed(shelf, before, line);
            } else if (viewer != null
                    && line.visibility() == Visibility.SECRET
                    && line.stewards().isEmpty()) {
                throw new LineRejected("stewards", "required", "Without a steward nobody would ever find it.");
            }
        }

        private void checkFixed(Shelf shelf, Imported before, CommunityLine line) {
            Community community = before.community();
            if (community == null) {
                return;
            }
            if (line.parent() != null
                    && !Objects.equals(
                            shelf.at(line.parent()), community.details().parentId())) {
                throw new LineRejected("parent", "fixed", "What it is part of is changed on its own page.");
            }
            if (viewer != null
                    && line.visibility() != null
                    && line.visibility() != community.details().visibility()) {
                throw new LineRejected("visibility", "fixed", "Who may see it is changed on its own page.");
            }
        }

        private static String instead(String externalId, PersonId viewer) {
            String both = viewer.value() + " " + externalId;
            return externalId + "~" + UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8));
        }
    }
}
