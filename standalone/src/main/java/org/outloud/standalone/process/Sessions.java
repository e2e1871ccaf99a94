package org.outloud.standalone.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a command into a session of its own. Ctrl-C reaches every process of the terminal's session at once; children
 * must not see it, for they are ended one after the other.
 */
final class Sessions {

    private static final List<String> OWN_SESSION = ownSession(System.getenv().getOrDefault("PATH", ""));

    private Sessions() {}

    static List<String> own(List<String> command) {
        List<String> words = new ArrayList<>(OWN_SESSION);
        words.addAll(command);
        return words;
    }

    /** Each of these replaces itself by the command, so that the process keeps its number. */
    private static List<String> ownSession(String path) {
        if (isOn(path, "setsid")) {
            return List.of("setsid");
        }
        if (isOn(path, "perl")) {
            return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV or exit 127");
        }
        return List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");
    }

    private static boolean isOn(String path, String program) {
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
