package org.outloud.standalone;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.outloud.standalone.process.Part;
import org.outloud.standalone.process.Progress;

/** Tells on the console what happens to the parts, one line each. */
final class ConsoleProgress implements Progress {

    private final Console console;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    ConsoleProgress(Console console) {
        this.console = console;
    }

    @Override
    public void note(Part part, String words) {
        console.note(part.title(), words);
    }

    @Override
    public void ready(Part part, Duration took) {
        if (seen.add(part.name())) {
            console.done(part.title(), took, "127.0.0.1:" + part.port());
        } else {
            console.line("%s %s is back after %s.".formatted(now(), part.title(), Console.seconds(took)));
        }
    }

    @Override
    public void died(Part part, String end, Duration pause) {
        console.problem("%s %s ended unexpectedly (%s) and starts again in %s."
                .formatted(now(), part.title(), end, Console.seconds(pause)));
    }

    @Override
    public void stopped(Part part, Duration took) {
        console.done(part.title(), took, "stopped");
    }

    private static LocalTime now() {
        return LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    }
}
