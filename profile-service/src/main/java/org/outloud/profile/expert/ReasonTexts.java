package org.outloud.profile.expert;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Puts reasons in words of the reader's language. */
final class ReasonTexts {

    private static final MessageSource BUNDLE = bundle();

    private final Locale locale;

    ReasonTexts(Locale locale) {
        this.locale = locale;
    }

    Reason reason(Reason.Kind kind, List<EvidenceItem> evidence, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = evidence.size();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Reason(kind, say(kind.word(), all), evidence.size(), evidence);
    }

    Reason skills(List<Candidate.Declared> skills) {
        Candidate.Declared best = skills.get(0);
        String text = say("skill." + best.level().word(), best.name(), skills.size() - 1);
        return new Reason(
                Reason.Kind.SKILL,
                text,
                skills.size(),
                skills.stream().map(EvidenceItem::skill).toList());
    }

    Reason followed(Helper person) {
        EvidenceItem item = EvidenceItem.person(new Candidate.Via(person.id(), person.displayName()));
        return new Reason(Reason.Kind.NETWORK, say("network.followed"), 1, List.of(item));
    }

    Reason via(List<Candidate.Via> via) {
        String text = say("network.via", via.get(0).displayName(), via.size() - 1);
        return new Reason(
                Reason.Kind.NETWORK,
                text,
                via.size(),
                via.stream().map(EvidenceItem::person).toList());
    }

    Reason available(Candidate.Latest latest, Duration silence) {
        String text = say("available", Math.max(0, silence.toDays()));
        return new Reason(Reason.Kind.AVAILABLE, text, 1, List.of(EvidenceItem.post(latest.id())));
    }

    private String say(String key, Object... arguments) {
        return BUNDLE.getMessage(key, arguments, locale);
    }

    private static MessageSource bundle() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasename("reasons");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        return bundle;
    }
}
