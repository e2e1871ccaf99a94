package org.outloud.standalone.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A part that is a line of shell. */
record ScriptPart(String name, String script, Path folder, Set<String> after) implements Part {

    static ScriptPart sleeping(String name, Path folder, String... after) {
        return new ScriptPart(name, "exec sleep 600", folder, Set.of(after));
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public void prepare(Consumer<String> notes) {}

    @Override
    public Launch launch() {
        return new Launch(List.of("sh", "-c", script), Map.of(), folder, folder.resolve(name + ".log"));
    }

    @Override
    public boolean ready() {
        return !script.contains("exit");
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(2);
    }
}
