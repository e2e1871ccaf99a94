package org.outloud.feed.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.outloud.platform.problem.FieldProblem;
import org.outloud.platform.problem.Invalid;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Looks at words before they are published. Nothing is kept of what it finds. */
@Component
public class Guard {

    private static final int MOST_NAMED = 20;

    private final GuardPatterns patterns;
    private final LoadingCache<String, Expression> expressions =
            Caffeine.newBuilder().maximumSize(4 * GuardPatterns.MOST).build(Expression::read);

    Guard(GuardPatterns patterns) {
        this.patterns = patterns;
    }

    /**
     * Refuses words in which a pattern finds something, and names each place.
     *
     * @param texts by the name of their field
     * @param acknowledged patterns of which the author says that what they found is harmless; counts for warnings only
     */
    public Mono<Void> check(Map<String, String> texts, Set<UUID> acknowledged) {
        if (texts.isEmpty()) {
            return Mono.empty();
        }
        return patterns.all()
                .filter(all -> !all.isEmpty())
                .flatMap(all -> Mono.fromCallable(() -> found(all, texts, acknowledged))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(found -> found.isEmpty()
                                ? Mono.<Void>empty()
                                : Mono.error(Invalid.unprocessable("confidential", found))));
    }

    private List<FieldProblem> found(List<GuardPattern> all, Map<String, String> texts, Set<UUID> acknowledged) {
        List<FieldProblem> problems = new ArrayList<>();
        for (GuardPattern pattern : all) {
            if (pattern.effect() == Effect.WARN && acknowledged.contains(pattern.id())) {
                continue;
            }
            Expression expression = expressions.get(pattern.expression());
            String code = pattern.effect() == Effect.BLOCK ? "blocked" : "warned";
            texts.forEach((field, text) -> expression
                    .in(text)
                    .forEach(place -> problems.add(new FieldProblem(
                            field,
                            code,
                            pattern.advice(),
                            new FieldProblem.Place(pattern.id(), pattern.name(), place.from(), place.to())))));
        }
        return problems.subList(0, Math.min(MOST_NAMED, problems.size()));
    }
}
