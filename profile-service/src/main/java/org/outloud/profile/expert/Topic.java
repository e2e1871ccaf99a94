package org.outloud.profile.expert;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.profile.person.Faults;

/** What somebody needs help with, in their words: a keyword or a sentence. */
record Topic(String words) {

    private static final int LONGEST = 200;

    static Topic of(@Nullable String topic) {
        Faults faults = new Faults();
        if (topic == null || topic.isBlank()) {
            faults.add("topic", "required", "Say what it is about.");
        } else {
            faults.checkText("topic", topic, LONGEST);
        }
        faults.refuse();
        return new Topic(topic == null ? "" : topic.strip());
    }

    /** The first words of a text that may be longer. */
    static Topic from(String text) {
        return new Topic(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }

    /**
     * The query for texts in which enough of the terms stand.
     *
     * @param terms each in PostgreSQL's {@code tsquery} syntax
     */
    static String atLeast(int enough, List<String> terms) {
        List<String> choices = new ArrayList<>();
        choose(terms, 0, enough, new ArrayList<>(), choices);
        return String.join(" | ", choices);
    }

    /** A sentence is rarely repeated word by word: of three terms two are enough, of two both are wanted. */
    static int wanted(int terms) {
        return terms - terms / 3;
    }

    /** What is enough when nobody has written so much of it. */
    static int relaxed(int terms) {
        return (terms + 1) / 2;
    }

    private static void choose(List<String> terms, int from, int missing, List<String> chosen, List<String> choices) {
        if (missing == 0) {
            choices.add("(" + String.join(" & ", chosen) + ")");
            return;
        }
        for (int at = from; at <= terms.size() - missing; at++) {
            chosen.add("(" + terms.get(at) + ")");
            choose(terms, at + 1, missing - 1, chosen, choices);
            chosen.remove(chosen.size() - 1);
        }
    }
}
