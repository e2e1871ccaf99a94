package org.outloud.standalone.process;

import java.time.Duration;

/** Learns what happens to the parts. Called from several threads. */
public interface Progress {

    /** Something takes long enough to be worth a word. */
    default void note(Part part, String words) {}

    /** The part answers. */
    default void ready(Part part, Duration took) {}

    /**
     * The part's process ended though nobody asked it to.
     *
     * @param end its last words or its exit code
     * @param pause until it is started again
     */
    default void died(Part part, String end, Duration pause) {}

    /** The part ended as it was asked to. */
    default void stopped(Part part, Duration took) {}
}
