package org.outloud.standalone.process;

import java.util.Locale;

/** Where a part is in its life. */
public enum State {
    /** For the parts it needs. */
    WAITING,
    /** Its files are being made ready. */
    PREPARING,
    /** The process runs and does not answer yet. */
    STARTING,
    READY,
    /** The process ended unexpectedly and is started again soon. */
    RESTARTING,
    STOPPING,
    STOPPED,
    /** Gave up; what it said last is in its log. */
    FAILED;

    /** As it is shown. */
    public String shown() {
        return name().toLowerCase(Locale.ROOT);
    }
}
