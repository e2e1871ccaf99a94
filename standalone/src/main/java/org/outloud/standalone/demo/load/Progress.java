package org.outloud.standalone.demo.load;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Shows how far the steps are: a bar that grows in a terminal, one line a step elsewhere. */
public final class Progress {

    private static final int WIDTH = 28;
    private static final int NAME = 22;

    private final PrintStream out;
    private final boolean terminal;
    private String step = "";
    private long total;
    private int shown = -1;
    private long begun;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    synchronized void begin(String what, long most) {
        step = what;
        total = Math.max(1, most);
        shown = -1;
        begun = System.nanoTime();
        at(0);
    }

    /** Called from several threads; draws only when there is something to see. */
    synchronized void at(long done) {
        int filled = (int) Math.min(WIDTH, done * WIDTH / total);
        if (!terminal || filled == shown) {
            return;
        }
        shown = filled;
        String bar = "█".repeat(filled) + "·".repeat(WIDTH - filled);
        out.print("\r  " + pad(step) + " " + bar + String.format(Locale.ROOT, " %,d of %,d", done, total) + "\u001B[K");
        out.flush();
    }

    synchronized void end(Tally tally, String what) {
        if (terminal) {
            out.print("\r\u001B[K");
        }
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1_000.0;
        say((tally.rejected().isEmpty() ? "  ✓ " : "  ✗ ")
                + tally.say(what)
                + String.format(Locale.ROOT, "  (%.1f s)", seconds));
    }

    /** Leaves the line of a bar that will not grow any more. */
    public synchronized void breakOff() {
        if (terminal) {
            out.print("\r\u001B[K");
            out.flush();
        }
    }

    private static String pad(String text) {
        return text + " ".repeat(Math.max(0, NAME - text.length()));
    }
}
