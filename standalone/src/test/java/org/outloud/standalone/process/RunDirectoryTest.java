package org.outloud.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void theLockIsHeldByOneAndFreeAgainAfterwards() throws Exception {
        RunDirectory run = new RunDirectory(folder);
        try (var lock = run.lock().orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(run.lock()).isEmpty();
        }
        assertThat(run.whileNothingRuns(() -> {})).isTrue();
    }

    @Test
    void aRecordComesBackAsItWasWritten() {
        ProcessRecord record = new ProcessRecord(
                "kafka",
                4711,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                19092,
                State.READY,
                Instant.now(),
                StopSignal.TERM);
        RunDirectory run = new RunDirectory(folder);

        run.write(record);

        assertThat(run.processes()).containsExactly(record);
    }

    @Test
    void theLauncherCountsOnlyWhileItLives() {
        RunDirectory run = new RunDirectory(folder);
        ProcessRecord self = ProcessRecord.ofThisProcess(RunDirectory.LAUNCHER, State.READY);
        run.write(self);
        assertThat(run.launcher()).contains(self);

        run.write(new ProcessRecord(
                RunDirectory.LAUNCHER, self.pid(), Instant.EPOCH, 0, State.READY, Instant.now(), StopSignal.TERM));
        assertThat(run.launcher()).isEmpty();
        assertThat(run.processes()).isEmpty();
    }
}
