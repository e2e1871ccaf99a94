package org.outloud.community.rule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.FieldProblem;
import org.outloud.platform.problem.Invalid;

/** Conditions, all or any of which make somebody a member. */
record Rule(@NotNull Match match, @NotNull List<@Valid @NotNull Condition> conditions) {

    /** Most conditions of one rule. */
    static final int MOST = 20;

    private static final int LONGEST = 120;

    /** Holds for nobody. */
    static final Rule NONE = new Rule(Match.ALL, List.of());

    /** The rule with its texts as they are kept; an {@link Invalid} naming what is wrong. */
    Rule checked() {
        if (conditions.isEmpty() || conditions.size() > MOST) {
            throw Invalid.field("conditions", "malformed", "Between one and " + MOST + " conditions.");
        }
        Set<String> seen = new HashSet<>();
        List<Condition> kept = conditions.stream()
                .map(condition ->
                        new Condition(condition.attribute(), condition.value().strip()))
                .toList();
        for (int i = 0; i < kept.size(); i++) {
            check(fieldOf(i), kept.get(i), seen);
        }
        return new Rule(match, kept);
    }

    private static void check(String field, Condition condition, Set<String> seen) {
        String value = condition.value();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw Invalid.field(field, "malformed", "Between 1 and " + LONGEST + " characters.");
        }
        if (value.indexOf('\0') >= 0) {
            throw Invalid.field(field, "nul-character", "No text here has a NUL character.");
        }
        if (condition.word() == null && condition.ref() == null) {
            throw Invalid.field(field, "malformed", "The id of a person or a group.");
        }
        if (!seen.add(condition.key())) {
            throw Invalid.field(field, "duplicate", "Each condition stands there once.");
        }
    }

    /** Refuses managers and groups that are not there for the editor. */
    void requireKnown(Set<UUID> known) {
        List<FieldProblem> unknown = Stream.iterate(0, i -> i < conditions.size(), i -> i + 1)
                .filter(i -> conditions.get(i).ref() != null
                        && !known.contains(conditions.get(i).ref()))
                .map(i -> new FieldProblem(fieldOf(i), "unknown-value", "There is no such person or group."))
                .toList();
        if (!unknown.isEmpty()) {
            throw Invalid.fields(unknown);
        }
    }

    private static String fieldOf(int index) {
        return "conditions[" + index + "].value";
    }

    boolean every() {
        return match == Match.ALL;
    }

    String[] attributes() {
        return conditions.stream().map(each -> each.attribute().word()).toArray(String[]::new);
    }

    @Nullable
    String[] words() {
        return conditions.stream().map(Condition::word).toArray(String[]::new);
    }

    @Nullable
    UUID[] refs() {
        return conditions.stream().map(Condition::ref).toArray(UUID[]::new);
    }
}
