package org.outloud.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.outloud.standalone.process.RunDirectory;
import org.outloud.standalone.settings.Settings;
import org.outloud.standalone.settings.Trouble;

/** {@code ./outloud bench name}: runs one of the programs in {@code benchmark} against this instance. */
final class Bench implements Command {

    private static final int MISUSED = 2;
    private static final String ORGANISATION = "organisation";

    private final Settings settings;
    private final Console console;
    private final Path programs;

    Bench(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
        this.programs = settings.repository().resolve("benchmark");
    }

    @Override
    public int run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.isEmpty()) {
            console.problem("Say what to measure: ./outloud bench people, experts or home; "
                    + "./outloud bench organisation --people 1000 fills a new system before.");
            return MISUSED;
        }
        if (new RunDirectory(settings.run()).launcher().isEmpty()) {
            throw new Trouble("Outloud does not run: ./outloud up --detach starts it.");
        }
        if (!Files.exists(programs.resolve("node_modules"))) {
            int exitCode = start(List.of("npm", "ci", "--silent", "--prefix", programs.toString()));
            if (exitCode != 0) {
                throw new Trouble("What the benchmarks need could not be installed.");
            }
        }
        return start(command(arguments));
    }

    /** The program that an organisation or a measurement is made with, and its options. */
    List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("node"));
        boolean fills = arguments.get(0).equals(ORGANISATION);
        command.add(programs.resolve(fills ? "organisation.mjs" : "bench.mjs").toString());
        command.addAll(fills ? arguments.subList(1, arguments.size()) : arguments);
        return command;
    }

    private int start(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("OUTLOUD_HOME", settings.home().toString());
        return builder.start().waitFor();
    }
}
