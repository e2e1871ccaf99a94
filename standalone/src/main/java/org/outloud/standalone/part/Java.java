package org.outloud.standalone.part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands that start a JVM: the one that runs this program, slim, since many of them share the machine. */
final class Java {

    private static final String PROGRAM =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** The C library's arenas cost far more memory than they save time here. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private Java() {}

    static List<String> command(List<String> options, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(PROGRAM);
        command.add("-XX:+UseSerialGC");
        command.add("-Xss512k");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djava.awt.headless=true");
        command.addAll(options);
        command.addAll(program);
        return command;
    }
}
