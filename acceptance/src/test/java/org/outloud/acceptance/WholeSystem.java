package org.outloud.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.outloud.standalone.OutloudInstance;
import org.outloud.standalone.settings.Settings;
import org.springframework.util.FileSystemUtils;

/** One running system for all journeys of this build: on free ports, with a home of its own, gone afterwards. */
final class WholeSystem {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private WholeSystem() {}

    static OutloudInstance instance() {
        return Holder.INSTANCE;
    }

    /** Where on this machine the system may ask for linked pages. */
    static int pagesPort() {
        return Holder.PAGES;
    }

    static Client as(String userName) {
        return Client.signIn(instance(), userName);
    }

    private static final class Holder {
        private static final int PAGES = pages();
        private static final OutloudInstance INSTANCE = start();

        private static int pages() {
            try {
                return Ports.free();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static OutloudInstance start() {
            Path home = REPOSITORY.resolve("acceptance/target/outloud");
            try {
                FileSystemUtils.deleteRecursively(home);
                Files.createDirectories(home);
                OutloudInstance instance = OutloudInstance.start(Settings.onFreePorts(REPOSITORY, home)
                        .withServiceVariable("OUTLOUD_LIMITS", "off")
                        .withServiceVariable("OUTLOUD_TOPICS_COMPACTION_LAG", "5s")
                        .withServiceVariable("OUTLOUD_LINK_PREVIEWS_HOSTS", "localhost:" + PAGES));
                Runtime.getRuntime().addShutdownHook(new Thread(instance::close, "whole-system-end"));
                return instance;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
