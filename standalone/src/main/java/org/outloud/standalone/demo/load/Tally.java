package org.outloud.standalone.demo.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of a step.
 *
 * @param rejected what could not be taken, each said in a line
 */
public record Tally(int created, int updated, int unchanged, List<String> rejected) {

    static final Tally NONE = new Tally(0, 0, 0, List.of());

    public Tally {
        rejected = List.copyOf(rejected);
    }

    Tally plus(Tally other) {
        List<String> all = new ArrayList<>(rejected);
        all.addAll(other.rejected);
        return new Tally(created + other.created, updated + other.updated, unchanged + other.unchanged, all);
    }

    int total() {
        return created + updated + unchanged + rejected.size();
    }

    /** For example {@code 1,005 people: 0 new, 1,005 unchanged}. */
    String say(String what) {
        String said = String.format(Locale.ROOT, "%,d %s: %,d new, %,d unchanged", total(), what, created, unchanged);
        if (updated > 0) {
            said += String.format(Locale.ROOT, ", %,d updated", updated);
        }
        if (!rejected.isEmpty()) {
            said += String.format(Locale.ROOT, ", %,d rejected (the first: %s)", rejected.size(), rejected.get(0));
        }
        return said;
    }
}
