package org.outloud.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {

    @TempDir
    Path folder;

    @Test
    void aRecordedProcessThatStillLivesIsFoundAndEnded() throws Exception {
        Process process = sleeping();
        RunDirectory run = new RunDirectory(folder);
        run.write(record("feed-service", process, process.info().startInstant().orElseThrow()));

        assertThat(new Orphans(run, List.of("feed-service")).end(Duration.ofSeconds(5)))
                .containsExactly("feed-service");

        assertThat(process.waitFor()).isNotZero();
        assertThat(run.processes()).isEmpty();
    }

    @Test
    void aStrangerThatGotTheNumberLaterIsLeftAlone() throws Exception {
        Process stranger = sleeping();
        try {
            RunDirectory run = new RunDirectory(folder);
            Instant anHourBefore = stranger.info().startInstant().orElseThrow().minus(Duration.ofHours(1));
            run.write(record("feed-service", stranger, anHourBefore));

            assertThat(new Orphans(run, List.of("feed-service")).end(Duration.ofSeconds(5)))
                    .isEmpty();

            assertThat(stranger.isAlive()).isTrue();
            assertThat(run.processes()).isEmpty();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void orphansEndTheOtherWayRoundThanTheyStart() throws Exception {
        Process ground = sleeping();
        Process house = sleeping();
        RunDirectory run = new RunDirectory(folder);
        run.write(record("ground", ground, ground.info().startInstant().orElseThrow()));
        run.write(record("house", house, house.info().startInstant().orElseThrow()));

        assertThat(new Orphans(run, List.of("ground", "house")).end(Duration.ofSeconds(5)))
                .containsExactly("house", "ground");
    }

    private static Process sleeping() throws Exception {
        return new ProcessBuilder("sleep", "600").start();
    }

    private static ProcessRecord record(String name, Process process, Instant started) {
        return new ProcessRecord(name, process.pid(), started, 1, State.READY, Instant.now(), StopSignal.TERM);
    }
}
