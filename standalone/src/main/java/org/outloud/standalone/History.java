package org.outloud.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.outloud.standalone.history.ReadingHistory;
import org.outloud.standalone.history.Unreadable;
import org.outloud.standalone.history.UserNames;
import org.outloud.standalone.settings.Trouble;

/** {@code ./outloud history}: makes an export of another platform files that can be imported. Needs no running system. */
final class History implements Command {

    private static final int MISUSED = 2;
    private static final String USAGE =
            "./outloud history slack|viva-engage export.zip [--into folder] [--user-names local-part|email|name] [--private]";

    private final Console console;

    History(Console console) {
        this.console = console;
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        Deque<String> rest = new ArrayDeque<>(arguments);
        List<String> plain = new ArrayList<>();
        @Nullable Path into = null;
        UserNames userNames = UserNames.LOCAL_PART;
        boolean withPrivate = false;
        try {
            while (!rest.isEmpty()) {
                String word = rest.pop();
                switch (word) {
                    case "--private" -> withPrivate = true;
                    case "--into" -> into = Path.of(value(rest, word));
                    case "--user-names" -> userNames = UserNames.of(value(rest, word));
                    default -> plain.add(word);
                }
            }
            if (plain.size() != 2) {
                console.problem("Say what to read: " + USAGE);
                return MISUSED;
            }
            Path folder = into == null ? Path.of(plain.get(0) + "-history") : into;
            ReadingHistory.Outcome outcome =
                    ReadingHistory.read(plain.get(0), Path.of(plain.get(1)), folder, userNames, withPrivate);
            tell(outcome, folder);
            return 0;
        } catch (Unreadable e) {
            throw new Trouble(String.valueOf(e.getMessage()));
        }
    }

    private void tell(ReadingHistory.Outcome outcome, Path folder) {
        console.heading("Read into " + folder);
        outcome.written().forEach((kind, count) -> console.line(String.format(Locale.ROOT, "  %,10d %s", count, kind)));
        if (!outcome.left().isEmpty()) {
            console.heading("Not carried over, or not as it was");
            outcome.left()
                    .forEach((what, count) -> console.line(String.format(Locale.ROOT, "  %,10d %s", count, what)));
        }
        console.line(
                "Import people.ndjson, then communities.ndjson, then posts.ndjson: docs/bring-your-history.md says how.");
    }

    private static String value(Deque<String> rest, String option) {
        if (rest.isEmpty()) {
            throw new Trouble(option + " needs a value: " + USAGE);
        }
        return rest.pop();
    }
}
