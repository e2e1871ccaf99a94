package org.outloud.profile.history;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineOutcome;
import org.outloud.platform.imports.LineRejected;
import org.outloud.profile.person.KeepingPeople;
import org.outloud.profile.person.People;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lines that tell of persons: known ones are changed, unknown ones added, whole batches at a time. */
@Component
class BringingPeople {

    private final People people;
    private final KeepingPeople keeping;

    BringingPeople(People people, KeepingPeople keeping) {
        this.people = people;
        this.keeping = keeping;
    }

    Mono<List<LineOutcome>> bring(List<ImportLine> lines) {
        List<Read> read = lines.stream().map(BringingPeople::read).toList();
        List<PersonLine> good =
                read.stream().map(Read::line).filter(Objects::nonNull).toList();
        return people.holdNamed(
                        good.stream().map(PersonLine::userKey).toList(),
                        good.stream()
                                .map(PersonLine::emailKey)
                                .filter(Objects::nonNull)
                                .toList(),
                        good.stream()
                                .map(PersonLine::externalId)
                                .filter(Objects::nonNull)
                                .toList())
                .collectList()
                .map(Batch::new)
                .flatMap(batch -> {
                    List<Batch.Step> steps =
                            read.stream().map(line -> step(line, batch)).toList();
                    return keeping.changeAll(batch.changed())
                            .then(keeping.add(batch.added()))
                            .map(added -> steps.stream()
                                    .map(step -> step.outcome(added))
                                    .toList());
                });
    }

    private static Batch.Step step(Read read, Batch batch) {
        PersonLine line = read.line();
        if (line == null) {
            return Batch.Step.settled(Objects.requireNonNull(read.rejected()));
        }
        try {
            return batch.take(line);
        } catch (LineRejected e) {
            return Batch.Step.settled(e.outcome());
        }
    }

    private static Read read(ImportLine line) {
        try {
            return new Read(PersonLine.of(line), null);
        } catch (LineRejected e) {
            return new Read(null, e.outcome());
        }
    }

    private record Read(@Nullable PersonLine line, @Nullable LineOutcome rejected) {}
}
