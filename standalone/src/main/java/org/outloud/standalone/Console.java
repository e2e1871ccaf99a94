package org.outloud.standalone;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The only place that prints. On a terminal there is colour and one line that changes; elsewhere plain lines. */
public final class Console {

    private static final String GREEN = "\u001B[32m";
    private static final String RED = "\u001B[31m";
    private static final String DIM = "\u001B[2m";
    private static final String BOLD = "\u001B[1m";
    private static final String RESET = "\u001B[0m";
    private static final String BACK_AND_CLEAR = "\r\u001B[K";
    private static final int WIDTH = 78;

    private final PrintStream out;
    private final boolean terminal;
    private boolean transientShown;

    public Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Standard output; {@code ./outloud} says whether it is a terminal, which Java 17 cannot tell. */
    public static Console standard(Map<String, String> environment) {
        return new Console(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                "1".equals(environment.get("OUTLOUD_TERMINAL")) && !environment.containsKey("NO_COLOR"));
    }

    boolean isTerminal() {
        return terminal;
    }

    public synchronized void line(String text) {
        clear();
        out.println(text);
    }

    /** A line of its own importance. */
    public void heading(String text) {
        line(styled(BOLD, text));
    }

    /** A step that is done. */
    void done(String title, Duration took, String detail) {
        line("  %s %-18s %8s   %s".formatted(styled(GREEN, "✓"), title, seconds(took), styled(DIM, detail)));
    }

    void note(String title, String words) {
        line("  %s %-18s %s".formatted(styled(DIM, "·"), title, styled(DIM, words)));
    }

    public void problem(String text) {
        line(styled(RED, "✗") + " " + text);
    }

    /** Shows what goes on, until the next line or the next call. Nothing where it would fill a file. */
    synchronized void passing(String text) {
        if (terminal) {
            String shown = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
            out.print(BACK_AND_CLEAR + styled(DIM, shown));
            out.flush();
            transientShown = true;
        }
    }

    synchronized void prompt(String text) {
        clear();
        out.print(text);
        out.flush();
    }

    /** As "12.3 s". */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private void clear() {
        if (transientShown) {
            out.print(BACK_AND_CLEAR);
            transientShown = false;
        }
    }

    private String styled(String style, String text) {
        return terminal ? style + text + RESET : text;
    }
}
