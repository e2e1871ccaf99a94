package org.outloud.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.outloud.standalone.settings.Trouble;

@Timeout(30)
class SupervisorTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private Supervisor supervisor = new Supervisor(List.of(), new RunDirectory(Path.of("unused")), Path.of(""), told());

    @AfterEach
    void stop() {
        supervisor.force();
    }

    @Test
    void aKilledProcessIsReportedAndStartedAgain() throws Exception {
        start(ScriptPart.sleeping("one", folder));

        long killed = supervisor.kill("one");
        supervisor.awaitReady("one", LIMIT);

        long now = supervisor.processes().get(0).pid();
        assertThat(now).isNotEqualTo(killed);
        assertThat(ProcessHandle.of(now))
                .hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());
        assertThat(told).containsExactly("one ready", "one died", "one ready");
    }

    @Test
    void aProcessThatSomeoneElseKillsIsStartedAgainToo() throws Exception {
        start(ScriptPart.sleeping("one", folder));
        ProcessHandle process = ProcessHandle.of(pid("one")).orElseThrow();

        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
        await(() -> pid("one") != process.pid() && supervisor.processes().get(0).state() == State.READY);

        assertThat(told).contains("one died");
    }

    @Test
    void stoppingEndsDependentsFirstAndLeavesNoProcess() throws Exception {
        start(
                ScriptPart.sleeping("ground", folder),
                ScriptPart.sleeping("house", folder, "ground"),
                ScriptPart.sleeping("roof", folder, "house"));
        List<ProcessHandle> processes = supervisor.processes().stream()
                .map(record -> record.process().orElseThrow())
                .toList();
        told.clear();

        supervisor.stop();

        assertThat(told).containsExactly("roof stopped", "house stopped", "ground stopped");
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(new RunDirectory(folder.resolve("run")).processes()).isEmpty();
    }

    @Test
    void stoppingWhileStartingLeavesNoProcess() throws Exception {
        supervise(
                ScriptPart.sleeping("ground", folder),
                new ScriptPart("slow", "sleep 600; exit 1", folder, Set.of("ground")));
        await(() -> supervisor.processes().get(1).state() == State.STARTING);
        List<ProcessHandle> processes = ProcessHandle.current().descendants().toList();
        assertThat(processes).isNotEmpty();

        supervisor.stop();

        assertThat(supervisor.firstReady())
                .isNotCompleted()
                .satisfies(ready -> assertThat(pid("slow")).isZero());
        assertThat(supervisor.processes()).allMatch(record -> record.state() == State.STOPPED);
    }

    @Test
    void aProcessThatIgnoresTheRequestIsKilledAfterItsGrace() throws Exception {
        start(new ScriptPart("deaf", "trap '' TERM; while :; do sleep 1; done", folder, Set.of()));
        ProcessHandle process = ProcessHandle.of(pid("deaf")).orElseThrow();

        supervisor.stop();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aPartThatNeverStartsIsGivenUpWithItsLastWords() {
        supervise(new ScriptPart("broken", "echo ERROR no such table; exit 3", folder, Set.of()));

        assertThatThrownBy(() -> supervisor.firstReady().get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(Trouble.class)
                .hasMessageContaining("broken does not start")
                .hasMessageContaining("no such table");
    }

    @Test
    void childrenLiveInSessionsOfTheirOwnSoThatCtrlCDoesNotReachThem() throws Exception {
        start(new ScriptPart("one", "ps -o sid= -p $$ > sid; exec sleep 600", folder, Set.of()));
        await(() -> Files.exists(folder.resolve("sid"))
                && !Files.readString(folder.resolve("sid")).isBlank());

        assertThat(Files.readString(folder.resolve("sid")).strip()).isEqualTo(Long.toString(pid("one")));
    }

    private void start(Part... parts) throws Exception {
        supervise(parts);
        supervisor.firstReady().get(10, TimeUnit.SECONDS);
    }

    private void supervise(Part... parts) {
        supervisor = new Supervisor(List.of(parts), new RunDirectory(folder.resolve("run")), folder, told());
        supervisor.start();
    }

    private long pid(String name) {
        return supervisor.processes().stream()
                .filter(record -> record.name().equals(name))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        org.awaitility.Awaitility.await().atMost(LIMIT).until(condition);
    }

    private Progress told() {
        return new Progress() {
            @Override
            public void ready(Part part, Duration took) {
                told.add(part.name() + " ready");
            }

            @Override
            public void died(Part part, String end, Duration pause) {
                told.add(part.name() + " died");
            }

            @Override
            public void stopped(Part part, Duration took) {
                told.add(part.name() + " stopped");
            }
        };
    }
}
