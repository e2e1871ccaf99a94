package org.outloud.standalone.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.outloud.standalone.demo.load.DemoFailure;
import org.outloud.standalone.demo.load.Loader;
import org.outloud.standalone.demo.load.Progress;
import org.outloud.standalone.demo.organisation.Organisation;
import org.outloud.standalone.settings.Trouble;

/** {@code ./outloud demo}: an organisation moves in, through the same doors that a real one would use. */
public final class Demo {

    private static final int FAILED = 1;
    private static final int INCOMPLETE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;

    Demo(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.progress = new Progress(out, terminal);
    }

    public static void main(String[] arguments) {
        boolean terminal = !System.getenv().getOrDefault("OUTLOUD_TERMINAL", "").isBlank();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Demo(out, err, terminal).run(List.of(arguments), System.getenv()));
    }

    /** Returns the exit status: 0, 1 when it stopped, 2 when something was not taken. */
    int run(List<String> arguments, Map<String, String> environment) {
        if (arguments.contains("--help")) {
            out.print(DemoOptions.USAGE);
            return 0;
        }
        try {
            return load(DemoOptions.of(arguments, environment));
        } catch (DemoFailure | Trouble e) {
            progress.breakOff();
            err.println("✗ " + e.getMessage());
            return FAILED;
        }
    }

    private int load(DemoOptions options) {
        Loader loader = new Loader(options.target(), progress);
        Instant anchor = loader.anchor();
        out.println("An organisation moves into " + options.target().outloud());
        List<String> rejected = loader.load(Organisation.of(anchor, options.people()));
        if (!rejected.isEmpty()) {
            err.println("✗ Not everything was taken; run it again when the services have caught up.");
            return INCOMPLETE;
        }
        out.println("Everybody can sign in with the password "
                + options.target().password() + ": " + options.target().outloud());
        return 0;
    }
}
