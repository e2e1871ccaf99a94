package org.outloud.standalone.history;

import java.io.IOException;
import java.util.zip.ZipFile;

/** What another platform gives out of itself. */
interface Export {

    /**
     * Writes all of it that can be carried over, and counts what cannot.
     *
     * @throws Unreadable when it is not what it should be
     */
    void read(ZipFile zip, Lines lines) throws IOException;
}
