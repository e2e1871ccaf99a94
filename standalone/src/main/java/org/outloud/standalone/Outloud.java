package org.outloud.standalone;

import java.util.List;
import java.util.Map;
import org.outloud.standalone.settings.Settings;
import org.outloud.standalone.settings.Trouble;

/** The {@code ./outloud} command. */
public final class Outloud {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final List<String> OPTIONS_OF_UP = List.of("--detach", "--ground");

    private final Settings settings;
    private final Console console;

    private Outloud(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** Runs one command and ends this process with its exit code. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Console console = Console.standard(environment);
        int exitCode;
        try {
            Settings settings = Settings.fromEnvironment(environment);
            exitCode = new Outloud(settings, console).run(List.of(arguments));
        } catch (Trouble e) {
            console.problem(e.line());
            exitCode = FAILED;
        } catch (Exception e) {
            console.problem("Something unexpected happened: " + e);
            exitCode = FAILED;
        }
        System.exit(exitCode);
    }

    private int run(List<String> words) throws Exception {
        String name = words.isEmpty() ? "help" : words.get(0);
        List<String> arguments = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (name) {
            case "up" -> up(arguments);
            case "down" -> new Down(settings, console).run(arguments);
            case "status" -> new Status(settings, console).run(arguments);
            case "logs" -> new Logs(settings, console).run(arguments);
            case "reset" -> new Reset(settings, console, System.in).run(arguments);
            case "bench" -> new Bench(settings, console).run(arguments);
            case "history" -> new History(console).run(arguments);
            case "help", "--help", "-h" -> new Help(console).run(arguments);
            default -> {
                console.problem("There is no command “" + name + "”: ./outloud help lists them.");
                yield MISUSED;
            }
        };
    }

    private int up(List<String> arguments) throws Exception {
        if (!OPTIONS_OF_UP.containsAll(arguments)) {
            console.problem("./outloud up takes only " + String.join(" and ", OPTIONS_OF_UP) + ".");
            return MISUSED;
        }
        Command up = arguments.contains("--detach") ? new UpDetached(settings, console) : new Up(settings, console);
        return up.run(arguments);
    }
}
