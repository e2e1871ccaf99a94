package org.outloud.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.outloud.standalone.process.Child;
import org.outloud.standalone.process.Launch;
import org.outloud.standalone.process.RunDirectory;
import org.outloud.standalone.process.Signals;
import org.outloud.standalone.process.State;
import org.outloud.standalone.process.StopSignal;
import org.outloud.standalone.settings.Settings;

/** {@code ./outloud up --detach}: a launcher in the background, whose words are shown until all is ready. */
final class UpDetached implements Command {

    private static final int LOOK_MILLIS = 200;

    private final Settings settings;
    private final Console console;
    private final Path log;

    UpDetached(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
        this.log = settings.logs().resolve("outloud.log");
    }

    @Override
    public int run(List<String> arguments) throws IOException, InterruptedException {
        Follower follower = Follower.fromEnd(log);
        Child launcher = Child.start(launch(arguments));
        Signals.onRequestToStop(() -> launcher.ask(StopSignal.TERM));
        RunDirectory run = new RunDirectory(settings.run());
        while (launcher.alive() && !isReady(run, launcher.pid())) {
            follower.read().forEach(console::line);
            Thread.sleep(LOOK_MILLIS);
        }
        follower.read().forEach(console::line);
        return launcher.alive() ? 0 : launcher.await();
    }

    private Launch launch(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Outloud.class.getName(),
                "up"));
        arguments.stream().filter(word -> !word.equals("--detach")).forEach(command::add);
        Map<String, String> variables =
                Map.of("OUTLOUD_TERMINAL", "", "OUTLOUD_HOME", settings.home().toString());
        return new Launch(command, variables, settings.repository(), log);
    }

    private static boolean isReady(RunDirectory run, long pid) {
        return run.launcher()
                .filter(record -> record.pid() == pid && record.state() == State.READY)
                .isPresent();
    }
}
