package org.outloud.profile.history;

import java.util.List;
import java.util.Map;
import org.outloud.platform.imports.ImportFormat;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineOutcome;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an import of people holds: persons first, then who follows whom among them. */
@Component
class PeopleHistory implements ImportFormat {

    private static final int PERSONS = 0;
    private static final int FOLLOWS = 1;

    private final BringingPeople people;
    private final BringingFollows follows;

    PeopleHistory(BringingPeople people, BringingFollows follows) {
        this.people = people;
        this.follows = follows;
    }

    @Override
    public String kind() {
        return "people";
    }

    @Override
    public Map<String, Integer> phases() {
        return Map.of("person", PERSONS, "follow", FOLLOWS);
    }

    @Override
    public Mono<List<LineOutcome>> apply(int phase, List<ImportLine> lines) {
        return phase == PERSONS ? people.bring(lines) : follows.bring(lines);
    }
}
