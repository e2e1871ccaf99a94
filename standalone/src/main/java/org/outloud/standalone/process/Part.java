package org.outloud.standalone.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** One process of the tree, as its supervisor needs to know it. */
public interface Part {

    /** As in {@code ./outloud logs feed-service}; also the name of its log and record. */
    String name();

    /** As people read it. */
    String title();

    int port();

    /** Names of the parts that must be ready before this one starts. */
    Set<String> after();

    /** Names of the parts that outlive this one when all stop. */
    default Set<String> uses() {
        return after();
    }

    /**
     * Makes the files ready that the process needs; called before every start, so it does only what is missing.
     *
     * @param notes takes a few words for people to read when something takes long
     * @throws org.outloud.standalone.settings.Trouble when trying again would not help
     */
    void prepare(Consumer<String> notes) throws IOException, InterruptedException;

    Launch launch() throws IOException;

    /** Whether the process does its work by now. Answers within seconds and never throws for "not yet". */
    boolean ready();

    /** What is to be done once the process is ready and before anyone uses it; called after every start. */
    default void settle() throws IOException {}

    /** Called after the process, having been ready, was asked to end and did so by itself. */
    default void ended() throws IOException {}

    default StopSignal stopSignal() {
        return StopSignal.TERM;
    }

    /** How long the process may take to end well before it is killed. */
    default Duration grace() {
        return Duration.ofSeconds(20);
    }
}
