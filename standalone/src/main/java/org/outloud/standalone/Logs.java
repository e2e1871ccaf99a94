package org.outloud.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.outloud.standalone.process.LogFiles;
import org.outloud.standalone.settings.Settings;
import org.outloud.standalone.settings.Trouble;

/** {@code ./outloud logs [name] [-f]}: the end of one log, or of all with their names in front. */
final class Logs implements Command {

    private static final int LINES_OF_ONE = 200;
    private static final int LINES_OF_MANY = 10;
    private static final int LOOK_MILLIS = 300;

    private final Settings settings;
    private final Console console;

    Logs(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    @Override
    public int run(List<String> arguments) throws IOException, InterruptedException {
        boolean follow = arguments.contains("-f");
        List<String> wanted =
                arguments.stream().filter(word -> !word.equals("-f")).toList();
        Map<Path, Follower> logs = new LinkedHashMap<>();
        for (Path log : chosen(wanted)) {
            logs.put(log, Follower.fromEnd(log));
        }
        boolean many = logs.size() > 1;
        for (Path log : logs.keySet()) {
            List<String> lines = LogFiles.tail(log).lines().toList();
            int most = many ? LINES_OF_MANY : LINES_OF_ONE;
            print(log, lines.subList(Math.max(0, lines.size() - most), lines.size()), many);
        }
        while (follow) {
            Thread.sleep(LOOK_MILLIS);
            for (Map.Entry<Path, Follower> log : logs.entrySet()) {
                print(log.getKey(), log.getValue().read(), many);
            }
        }
        return 0;
    }

    private List<Path> chosen(List<String> wanted) throws IOException {
        List<Path> all = all();
        if (wanted.isEmpty() && !all.isEmpty()) {
            return all;
        }
        List<Path> chosen =
                all.stream().filter(log -> wanted.contains(name(log))).toList();
        if (chosen.isEmpty()) {
            throw new Trouble(
                    all.isEmpty()
                            ? "There are no logs yet: ./outloud up makes some."
                            : "There is no such log; there are: "
                                    + String.join(
                                            ", ", all.stream().map(Logs::name).toList()) + ".");
        }
        return chosen;
    }

    private List<Path> all() throws IOException {
        if (!Files.isDirectory(settings.logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(settings.logs())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private void print(Path log, List<String> lines, boolean named) {
        lines.forEach(line -> console.line(named ? "%-18s %s".formatted(name(log), line) : line));
    }

    private static String name(Path log) {
        return String.valueOf(log.getFileName()).replaceFirst("\\.log$", "");
    }
}
