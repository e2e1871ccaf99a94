package org.outloud.profile.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineOutcome;
import org.outloud.platform.imports.LineRejected;
import org.outloud.profile.network.FollowingPeople;
import org.outloud.profile.network.Pair;
import org.outloud.profile.person.Folded;
import org.outloud.profile.person.People;
import org.outloud.profile.person.Profile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lines such as {@code {"type": "follow", "from": "bo", "to": "ada"}}. */
@Component
class BringingFollows {

    private final People people;
    private final FollowingPeople following;

    BringingFollows(People people, FollowingPeople following) {
        this.people = people;
        this.following = following;
    }

    Mono<List<LineOutcome>> bring(List<ImportLine> lines) {
        List<String> names =
                lines.stream().flatMap(BringingFollows::names).distinct().toList();
        return people.byUserName(names).flatMap(known -> {
            List<Read> read = lines.stream().map(line -> read(line, known)).toList();
            Set<Pair> pairs = new HashSet<>();
            read.stream().map(Read::pair).filter(Objects::nonNull).forEach(pairs::add);
            return following.bring(pairs).map(begun -> outcomes(read, begun));
        });
    }

    /** A pair that stands in several lines is new in the first of them. */
    private static List<LineOutcome> outcomes(List<Read> read, Set<Pair> begun) {
        Set<Pair> waiting = new HashSet<>(begun);
        List<LineOutcome> outcomes = new ArrayList<>();
        for (Read line : read) {
            if (line.rejected() != null) {
                outcomes.add(line.rejected());
            } else {
                outcomes.add(waiting.remove(line.pair()) ? LineOutcome.created() : LineOutcome.unchanged());
            }
        }
        return outcomes;
    }

    private static Read read(ImportLine line, Map<String, PersonId> known) {
        try {
            PersonId from = somebody(line, "from", known);
            PersonId to = somebody(line, "to", known);
            if (from.equals(to)) {
                throw new LineRejected("to", "following-oneself", "Nobody follows themselves.");
            }
            return new Read(new Pair(from, to), null);
        } catch (LineRejected e) {
            return new Read(null, e.outcome());
        }
    }

    private static PersonId somebody(ImportLine line, String field, Map<String, PersonId> known) {
        PersonId id = known.get(Folded.of(line.text(field, Profile.LINE).strip()));
        if (id == null) {
            throw new LineRejected(field, "unknown-person", "Nobody has this user name.");
        }
        return id;
    }

    private static Stream<String> names(ImportLine line) {
        return Stream.of("from", "to")
                .map(field -> line.body().path(field))
                .filter(name -> name.isString() && name.stringValue().indexOf('\0') < 0)
                .map(name -> Folded.of(name.stringValue().strip()));
    }

    private record Read(@Nullable Pair pair, @Nullable LineOutcome rejected) {}
}
