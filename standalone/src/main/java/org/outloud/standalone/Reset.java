package org.outloud.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.outloud.standalone.part.Cache;
import org.outloud.standalone.part.Parts;
import org.outloud.standalone.process.Orphans;
import org.outloud.standalone.process.RunDirectory;
import org.outloud.standalone.settings.Settings;
import org.outloud.standalone.settings.Trouble;

/** {@code ./outloud reset}: forgets all data. Programs made ready to start are kept. */
final class Reset implements Command {

    private static final int DECLINED = 1;

    private final Settings settings;
    private final Console console;
    private final InputStream answers;

    Reset(Settings settings, Console console, InputStream answers) {
        this.settings = settings;
        this.console = console;
        this.answers = answers;
    }

    @Override
    public int run(List<String> arguments) throws IOException, InterruptedException {
        RunDirectory run = new RunDirectory(settings.run());
        if (!new Orphans(run, Parts.NAMES).find().isEmpty() || !run.whileNothingRuns(() -> {})) {
            throw new Trouble("Outloud runs: ./outloud down stops it first.");
        }
        if (!arguments.contains("--yes") && !agreed()) {
            console.line("Nothing was changed.");
            return DECLINED;
        }
        if (!run.whileNothingRuns(this::forget)) {
            throw new Trouble("Outloud was started meanwhile: nothing was changed.");
        }
        console.line("All data in " + settings.home() + " is gone; ./outloud up begins anew.");
        return 0;
    }

    private void forget() throws IOException {
        Cache.delete(settings.data());
        Cache.delete(settings.logs());
        Cache.delete(settings.secrets());
    }

    private boolean agreed() throws IOException {
        console.prompt("Delete all people, posts and communities in " + settings.home() + "? [y/N] ");
        String answer = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8)).readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
