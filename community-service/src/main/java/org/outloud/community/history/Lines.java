package org.outloud.community.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineOutcome;
import org.outloud.platform.imports.LineRejected;

/** Lines of one type that are read each by itself, so that a bad one never loses a good one. */
final class Lines<T> {

    private final List<@Nullable T> read = new ArrayList<>();
    private final @Nullable LineOutcome[] outcomes;

    private Lines(int size) {
        this.outcomes = new LineOutcome[size];
    }

    static <T> Lines<T> read(List<ImportLine> lines, Function<ImportLine, T> reader) {
        Lines<T> all = new Lines<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            try {
                all.read.add(reader.apply(lines.get(i)));
            } catch (LineRejected e) {
                all.read.add(null);
                all.outcomes[i] = e.outcome();
            }
        }
        return all;
    }

    /** With each good line in its place become another, or a bad one. */
    Lines<T> settling(UnaryOperator<T> becoming) {
        for (int i = 0; i < outcomes.length; i++) {
            T line = read.get(i);
            if (line != null) {
                try {
                    read.set(i, becoming.apply(line));
                } catch (LineRejected e) {
                    read.set(i, null);
                    outcomes[i] = e.outcome();
                }
            }
        }
        return this;
    }

    /** Those that could be read. */
    Stream<T> good() {
        return read.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    /** What became of each line, in their order; the good ones are asked now, one after the other. */
    List<LineOutcome> settle(Function<T, LineOutcome> taking) {
        for (int i = 0; i < outcomes.length; i++) {
            T line = read.get(i);
            if (line != null) {
                outcomes[i] = settle(line, taking);
            }
        }
        return Arrays.stream(outcomes).map(Objects::requireNonNull).toList();
    }

    private static <T> LineOutcome settle(T line, Function<T, LineOutcome> taking) {
        try {
            return taking.apply(line);
        } catch (LineRejected e) {
            return e.outcome();
        }
    }
}
