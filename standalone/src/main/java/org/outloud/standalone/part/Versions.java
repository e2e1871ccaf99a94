package org.outloud.standalone.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions that the build decided. */
final class Versions {

    private static final Properties VALUES = load();

    private Versions() {}

    static String of(String program) {
        String version = VALUES.getProperty(program);
        if (version == null) {
            throw new IllegalArgumentException(program);
        }
        return version;
    }

    private static Properties load() {
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            if (in == null) {
                throw new IllegalStateException("versions.properties is missing");
            }
            Properties values = new Properties();
            values.load(in);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
