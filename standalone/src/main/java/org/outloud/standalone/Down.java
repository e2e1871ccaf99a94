package org.outloud.standalone;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.outloud.standalone.part.Parts;
import org.outloud.standalone.process.Orphans;
import org.outloud.standalone.process.ProcessRecord;
import org.outloud.standalone.process.RunDirectory;
import org.outloud.standalone.settings.Settings;
import org.outloud.standalone.settings.Trouble;

/** {@code ./outloud down}: asks the launcher to stop everything, or does it itself when the launcher is gone. */
final class Down implements Command {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final int LOOK_MILLIS = 200;

    private final Console console;
    private final RunDirectory run;

    Down(Settings settings, Console console) {
        this.console = console;
        this.run = new RunDirectory(settings.run());
    }

    @Override
    public int run(List<String> arguments) throws InterruptedException, IOException {
        Optional<ProcessRecord> launcher = run.launcher();
        if (launcher.isPresent()) {
            Instant begin = Instant.now();
            launcher.get().process().ifPresent(ProcessHandle::destroy);
            await(launcher.get(), begin);
            console.line("Outloud has stopped after " + Console.seconds(Duration.between(begin, Instant.now())) + ".");
        } else if (!endOrphans()) {
            console.line("Outloud does not run.");
        }
        return 0;
    }

    private void await(ProcessRecord launcher, Instant begin) throws InterruptedException {
        while (launcher.process().isPresent()) {
            Duration waited = Duration.between(begin, Instant.now());
            if (waited.compareTo(PATIENCE) > 0) {
                throw new Trouble("Outloud (pid %d) did not stop within %d s: ./outloud logs outloud may say why."
                        .formatted(launcher.pid(), PATIENCE.toSeconds()));
            }
            console.passing("  … stopping " + Console.seconds(waited));
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private boolean endOrphans() throws InterruptedException, IOException {
        Orphans orphans = new Orphans(run, Parts.NAMES);
        if (orphans.find().isEmpty()) {
            return false;
        }
        boolean alone = run.whileNothingRuns(() -> orphans.end(GRACE)
                .forEach(name -> console.line("Ended " + name + ", left over from a launcher that was killed.")));
        if (!alone) {
            throw new Trouble("Outloud is just starting: try again.");
        }
        return true;
    }
}
