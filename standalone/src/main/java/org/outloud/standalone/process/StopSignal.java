package org.outloud.standalone.process;

/** How a process is asked to end well. */
public enum StopSignal {
    /** What most programs, and every Java program, take as "finish and leave". */
    TERM,
    /** PostgreSQL's "fast shutdown": with TERM it would wait for its clients to leave. */
    INT
}
