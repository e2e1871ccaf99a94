package org.outloud.profile.expert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.outloud.contracts.PersonId;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds who can help with a topic, from what the viewer may read and nothing else. */
@Service
class FindingExperts {

    private final Experts experts;

    FindingExperts(Experts experts) {
        this.experts = experts;
    }

    /** The best; when few have written so much of the topic, behind them those who have written a part of it. */
    Mono<List<Expert>> find(Topic topic, PersonId viewer, int limit, Locale locale) {
        return experts.terms(topic)
                .filter(terms -> !terms.isEmpty())
                .flatMap(terms -> {
                    int wanted = Topic.wanted(terms.size());
                    int relaxed = Topic.relaxed(terms.size());
                    Mono<List<Expert>> found = find(terms, wanted, viewer, limit, locale);
                    return relaxed == wanted
                            ? found
                            : found.flatMap(best -> best.size() >= limit
                                    ? Mono.just(best)
                                    : find(terms, relaxed, viewer, limit, locale)
                                            .map(others -> Ranking.filled(best, others, limit)));
                })
                .defaultIfEmpty(List.of());
    }

    private Mono<List<Expert>> find(List<String> terms, int enough, PersonId viewer, int limit, Locale locale) {
        return experts.evidence(terms, enough, viewer)
                .flatMap(evidence -> experts.candidates(terms, evidence, viewer)
                        .map(candidates ->
                                new Ranking(new ReasonTexts(locale), Instant.now()).best(limit, candidates, evidence)));
    }
}
