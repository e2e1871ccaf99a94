package org.outloud.feed.visibility;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions of an SQL function, each with one condition replaced by {@code true} or {@code false}: every operand of every
 * {@code and} and {@code or}, and every {@code where} of its own.
 */
final class Mutants {

    private static final Pattern BODY = Pattern.compile("(\\$\\w*\\$)(.*)\\1", Pattern.DOTALL);
    private static final Set<String> ENDS_A_CONDITION = Set.of("order", "limit", "group", "union");

    private final String definition;
    private final Set<Place> places = new LinkedHashSet<>();

    private record Place(int from, int to) {}

    /** A definition that replaces the function's, and what was changed in it. */
    record Mutant(String change, String definition) {}

    private record Word(String text, int at) {}

    private Mutants(String definition) {
        this.definition = definition;
    }

    static List<Mutant> of(String definition) {
        Mutants mutants = new Mutants(definition);
        Matcher body = BODY.matcher(definition);
        if (!body.find()) {
            throw new IllegalArgumentException("No function: " + definition);
        }
        mutants.query(body.start(2), body.end(2));
        return mutants.all();
    }

    private List<Mutant> all() {
        List<Mutant> all = new ArrayList<>();
        for (Place place : places) {
            String original = definition.substring(place.from(), place.to());
            for (String otherwise : List.of("true", "false")) {
                all.add(new Mutant(
                        original.replaceAll("\\s+", " ") + " -> " + otherwise,
                        definition.substring(0, place.from()) + otherwise + definition.substring(place.to())));
            }
        }
        return all;
    }

    /** Finds the conditions of a query, or of any text in parentheses. */
    private void query(int from, int to) {
        List<Word> words = wordsAtTop(from, to);
        int condition = words.stream().anyMatch(word -> word.text().equals("select")) ? -1 : from;
        for (Word word : words) {
            if (word.text().equals("where")) {
                condition = word.at() + "where".length();
            } else if (condition > from && ENDS_A_CONDITION.contains(word.text())) {
                condition(condition, word.at(), true);
                condition = -1;
            }
        }
        if (condition >= 0) {
            condition(condition, to, condition > from);
        } else {
            inside(from, to);
        }
    }

    private void condition(int from, int to, boolean alone) {
        List<Place> operands = split(new Place(from, to), "or").stream()
                .flatMap(either -> split(either, "and").stream())
                .toList();
        for (Place operand : operands) {
            Place trimmed = trimmed(operand);
            if (alone || operands.size() > 1) {
                places.add(trimmed);
            }
            inside(trimmed.from(), trimmed.to());
        }
    }

    /** Looks into every pair of parentheses at the top of a text. */
    private void inside(int from, int to) {
        int depth = 0;
        int open = from;
        for (int at = from; at < to; at++) {
            char c = definition.charAt(at);
            if (c == '\'') {
                at = definition.indexOf('\'', at + 1);
            } else if (c == '(' && depth++ == 0) {
                open = at + 1;
            } else if (c == ')' && --depth == 0) {
                query(open, at);
            }
        }
    }

    private List<Place> split(Place whole, String by) {
        List<Place> parts = new ArrayList<>();
        int from = whole.from();
        for (Word word : wordsAtTop(whole.from(), whole.to())) {
            if (word.text().equals(by)) {
                parts.add(new Place(from, word.at()));
                from = word.at() + by.length();
            }
        }
        parts.add(new Place(from, whole.to()));
        return parts;
    }

    private List<Word> wordsAtTop(int from, int to) {
        List<Word> words = new ArrayList<>();
        int depth = 0;
        int begin = -1;
        for (int at = from; at <= to; at++) {
            char c = at < to ? definition.charAt(at) : ' ';
            boolean letter = Character.isLetterOrDigit(c) || c == '_' || c == '.';
            if (letter && begin < 0) {
                begin = at;
            } else if (!letter && begin >= 0) {
                if (depth == 0) {
                    words.add(new Word(definition.substring(begin, at).toLowerCase(Locale.ROOT), begin));
                }
                begin = -1;
            }
            if (c == '\'') {
                at = definition.indexOf('\'', at + 1);
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
        }
        return words;
    }

    private Place trimmed(Place place) {
        int from = place.from();
        int to = place.to();
        while (Character.isWhitespace(definition.charAt(from))) {
            from++;
        }
        while (Character.isWhitespace(definition.charAt(to - 1))) {
            to--;
        }
        return new Place(from, to);
    }
}
