package org.outloud.standalone.demo.organisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outloud.standalone.demo.source.Chance;
import org.outloud.standalone.demo.speech.Phrases;
import org.outloud.standalone.demo.speech.Setting;
import org.outloud.standalone.demo.speech.Topic;
import org.outloud.standalone.demo.speech.Topics;
import org.outloud.standalone.demo.speech.Wording;

/** What people say about themselves. Not everybody says much. */
final class Profiles {

    private static final List<String> LEVELS = List.of("learns", "works-with", "works-with", "works-with", "teaches");
    private static final List<String> FURTHER = List.of("fr", "es", "pl", "tr", "ar", "uk", "ru", "zh", "sv", "el");

    private final Topics topics;
    private final Phrases phrases;
    private final Wording wording;
    private final Chance chance = Chance.named("profiles");
    private final Set<String> headlines = new HashSet<>();

    Profiles(Topics topics, Phrases phrases) {
        this.topics = topics;
        this.phrases = phrases;
        this.wording = new Wording(phrases);
    }

    Line.Profile of(Person person) {
        List<Topic> own = topics(person);
        List<String> skills = chance.some(skills(own), chance.between(3, 6));
        Setting setting = new Setting(chance).bind("skill", skills.get(0)).bind("skill2", skills.get(1));
        return new Line.Profile(
                person.externalId(),
                person.userName(),
                chance.in(0.12) ? null : headline(own, setting),
                person.place().name(),
                person.place().zone().getId(),
                languages(person),
                skills.stream()
                        .map(skill -> new Line.Skill(skill, chance.oneOf(LEVELS)))
                        .toList(),
                chance.some(phrases.of("interest"), chance.between(1, 4)),
                asking(person, own, setting),
                learning(own),
                chance.in(0.6) ? wording.fill(chance.oneOf(phrases.of("purpose")), setting) : null);
    }

    private List<Topic> topics(Person person) {
        List<Topic> own = new ArrayList<>(topics.of(person.department(), person.speaksGerman()));
        topics.all().stream()
                .filter(topic -> topic.departments().isEmpty())
                .filter(topic -> person.newcomer() || !Topics.isForNewcomers(topic))
                .forEach(own::add);
        return own;
    }

    private static List<String> skills(List<Topic> own) {
        Set<String> skills = new LinkedHashSet<>();
        own.forEach(topic -> skills.addAll(topic.skills()));
        return List.copyOf(skills);
    }

    /** Written by hand where nobody has it yet, otherwise from the skills. */
    private @Nullable String headline(List<Topic> own, Setting setting) {
        List<String> free = own.stream()
                .flatMap(topic -> topic.headlines().stream())
                .filter(headline -> !headlines.contains(headline))
                .toList();
        if (!free.isEmpty() && chance.in(0.5)) {
            String headline = chance.oneOf(free);
            headlines.add(headline);
            return headline;
        }
        return capital(wording.fill(chance.oneOf(phrases.of("heading")), setting));
    }

    private @Nullable String asking(Person person, List<Topic> own, Setting setting) {
        if (chance.in(0.25)) {
            return null;
        }
        Topic topic = chance.oneOf(own);
        if (chance.in(0.45) && !topic.asking().isEmpty()) {
            return capital(chance.oneOf(topic.asking()));
        }
        String use = person.speaksGerman() && own.stream().anyMatch(Topic::isGerman) ? "fragen" : "asking";
        return capital(wording.fill(chance.oneOf(phrases.of(use)), setting));
    }

    private @Nullable String learning(List<Topic> own) {
        if (chance.in(0.35)) {
            return null;
        }
        if (chance.in(0.35)) {
            return capital(wording.fill(chance.oneOf(chance.oneOf(own).learning()), new Setting(chance)));
        }
        Topic other = chance.oneOf(
                topics.all().stream().filter(topic -> !topic.isGerman()).toList());
        Setting setting = new Setting(chance).bind("skill", chance.oneOf(other.skills()));
        return capital(wording.fill(chance.oneOf(phrases.of("wanting")), setting));
    }

    private List<String> languages(Person person) {
        Set<String> languages = new LinkedHashSet<>(person.place().languages());
        if (chance.in(0.3)) {
            languages.add(chance.oneOf(FURTHER));
        }
        return List.copyOf(languages);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
