package org.outloud.standalone.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The instance's own passwords, made once and kept beside its data, readable by its owner only. A variable of the
 * environment decides the first value; later the file does, since databases and realm remember what they were made with.
 */
public final class Secrets {

    private static final List<String> NAMES = List.of(
            "OUTLOUD_POSTGRES_PASSWORD",
            "OUTLOUD_DATABASE_PASSWORD",
            "OUTLOUD_GATEWAY_CLIENT_SECRET",
            "OUTLOUD_HR_CLIENT_SECRET");
    private static final int BYTES = 18;

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads the file, adding what it lacks. */
    public static Secrets of(Path file, Map<String, String> environment) {
        try {
            Properties values = read(file);
            SecureRandom random = new SecureRandom();
            boolean changed = false;
            for (String name : NAMES) {
                if (values.getProperty(name) == null) {
                    values.setProperty(name, environment.getOrDefault(name, random(random)));
                    changed = true;
                }
            }
            if (changed) {
                write(file, values);
            }
            return new Secrets(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database server's administrator. */
    public String postgres() {
        return get("OUTLOUD_POSTGRES_PASSWORD");
    }

    /** Every service's database role. */
    public String database() {
        return get("OUTLOUD_DATABASE_PASSWORD");
    }

    public String gatewayClient() {
        return get("OUTLOUD_GATEWAY_CLIENT_SECRET");
    }

    public String hrClient() {
        return get("OUTLOUD_HR_CLIENT_SECRET");
    }

    private String get(String name) {
        return values.getProperty(name, "");
    }

    private static String random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Properties read(Path file) throws IOException {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
        return values;
    }

    private static void write(Path file, Properties values) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path partial = Files.createTempFile(
                folder,
                "secrets",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(partial)) {
            values.store(writer, "Made by ./outloud up; ./outloud reset removes it");
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
