package org.outloud.profile.expert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.outloud.contracts.PersonId;
import org.outloud.profile.person.Level;

/**
 * Orders people by their evidence. Each kind counts by its logarithm: the tenth post adds little, so that nobody owns a
 * topic by being loud; closeness and availability only decide between people who know the topic.
 */
final class Ranking {

    private static final double ANSWERS = 3;
    private static final double POSTS = 1;
    private static final double ASK_ME_ABOUT = 1.2;
    private static final Map<Level, Double> SKILL =
            Map.of(Level.TEACHES, 1.6, Level.WORKS_WITH, 1.0, Level.LEARNS, 0.2);
    private static final double FOLLOWED = 0.5;
    private static final double TWO_STEPS = 0.25;
    private static final Duration RECENT = Duration.ofDays(28);
    private static final Duration LATELY = Duration.ofDays(84);
    private static final double AWAY_LATELY = 0.85;
    private static final double AWAY = 0.7;

    private final ReasonTexts texts;
    private final Instant now;

    Ranking(ReasonTexts texts, Instant now) {
        this.texts = texts;
        this.now = now;
    }

    /** The best, and why. Who has nothing to say on the topic is left out, however close. */
    List<Expert> best(int limit, List<Candidate> candidates, List<Evidenced> evidence) {
        return candidates.stream()
                .map(candidate -> weigh(
                        candidate,
                        evidence.stream()
                                .filter(found ->
                                        found.author().equals(candidate.person().id()))
                                .toList()))
                .filter(expert -> expert.score() > 0)
                .sorted(Comparator.comparingDouble(Expert::score)
                        .reversed()
                        .thenComparing(expert -> expert.person().displayName())
                        .thenComparing(expert -> expert.person().id()))
                .limit(limit)
                .toList();
    }

    /** The best, and behind them others whom a part of the topic found, their scores brought below. */
    static List<Expert> filled(List<Expert> best, List<Expert> others, int limit) {
        if (best.isEmpty()) {
            return others;
        }
        Set<PersonId> there = best.stream().map(expert -> expert.person().id()).collect(Collectors.toSet());
        List<Expert> rest = others.stream()
                .filter(expert -> !there.contains(expert.person().id()))
                .toList();
        double last = best.get(best.size() - 1).score();
        double highest = rest.isEmpty() ? 0 : rest.get(0).score();
        double share = highest > last ? last / highest : 1;
        return Stream.concat(best.stream(), rest.stream().map(expert -> expert.at(rounded(expert.score() * share))))
                .limit(limit)
                .toList();
    }

    private static double rounded(double score) {
        return Math.round(score * 100) / 100.0;
    }

    private Expert weigh(Candidate candidate, List<Evidenced> evidence) {
        List<Reason> reasons = new ArrayList<>();
        double knowledge = written(evidence, reasons) + declared(candidate, reasons);
        if (knowledge == 0) {
            return new Expert(candidate.person(), 0, List.of());
        }
        double score = (knowledge + closeness(candidate, reasons)) * availability(candidate, reasons);
        return new Expert(candidate.person(), rounded(score), reasons);
    }

    private double written(List<Evidenced> evidence, List<Reason> reasons) {
        double score = 0;
        for (Evidenced found : evidence) {
            boolean answers = found.kind() == Evidenced.Kind.ANSWERS;
            score += (answers ? ANSWERS : POSTS) * Math.log1p(found.weight());
            List<EvidenceItem> posts =
                    found.posts().stream().map(EvidenceItem::post).toList();
            reasons.add(texts.reason(answers ? Reason.Kind.ANSWERS : Reason.Kind.POSTS, posts));
        }
        return score;
    }

    private double declared(Candidate candidate, List<Reason> reasons) {
        double score = 0;
        if (candidate.askMeAboutText() != null && candidate.askMeAbout() > 0) {
            score += ASK_ME_ABOUT * nearness(candidate.askMeAbout());
            reasons.add(texts.reason(
                    Reason.Kind.ASK_ME_ABOUT,
                    List.of(EvidenceItem.profile(candidate.askMeAboutText())),
                    candidate.askMeAboutText()));
        }
        if (!candidate.skills().isEmpty()) {
            score += candidate.skills().stream()
                    .mapToDouble(skill -> SKILL.getOrDefault(skill.level(), 0.0) * nearness(skill.share()))
                    .max()
                    .orElse(0);
            reasons.add(texts.skills(candidate.skills()));
        }
        return score;
    }

    /** Half of a topic is less than half as good as all of it. */
    private static double nearness(double share) {
        return share * share;
    }

    private double closeness(Candidate candidate, List<Reason> reasons) {
        if (candidate.person().mine().followed()) {
            reasons.add(texts.followed(candidate.person()));
            return FOLLOWED;
        }
        if (candidate.via().isEmpty()) {
            return 0;
        }
        reasons.add(texts.via(candidate.via()));
        return TWO_STEPS;
    }

    private double availability(Candidate candidate, List<Reason> reasons) {
        Candidate.Latest latest = candidate.latest();
        if (latest == null) {
            return AWAY;
        }
        Duration silence = Duration.between(latest.at(), now);
        if (silence.compareTo(RECENT) <= 0) {
            reasons.add(texts.available(latest, silence));
            return 1;
        }
        return silence.compareTo(LATELY) <= 0 ? AWAY_LATELY : AWAY;
    }
}
