package org.outloud.standalone.part;

import java.nio.file.Path;

/** Tells one build of a file from the next without reading all of it. */
final class Fingerprint {

    private Fingerprint() {}

    /** Of length and time of the last change; the same for every file that is not there. */
    static String of(Path path) {
        return Long.toHexString(path.toFile().lastModified()) + "-"
                + Long.toHexString(path.toFile().length());
    }
}
