package org.outloud.standalone.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was read as the three files of an import, and counts what could not be carried over. */
final class Lines implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int LONGEST_BODY = 20_000;

    private final Path folder;
    private final Map<String, BufferedWriter> files = new LinkedHashMap<>();
    private final Map<String, Long> written = new LinkedHashMap<>();
    private final Map<String, Long> left = new TreeMap<>();

    Lines(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (String kind : List.of("people", "communities", "posts")) {
            files.put(kind, Files.newBufferedWriter(file(kind)));
        }
    }

    /** A person. */
    void person(String id, String userName, String displayName, @Nullable String email, boolean active) {
        write(
                "people",
                "people",
                line("person", "externalId", id)
                        .with("userName", userName)
                        .with("displayName", displayName)
                        .with("email", email)
                        .with("active", active));
    }

    /** A community hosted here from now on. */
    void community(
            String id,
            String slug,
            String name,
            @Nullable String purpose,
            String visibility,
            @Nullable Instant createdAt,
            @Nullable String steward) {
        write(
                "communities",
                "communities",
                line("community", "externalId", id)
                        .with("slug", slug)
                        .with("name", name)
                        .with("purpose", shortened(purpose, 500))
                        .with("visibility", visibility)
                        .with("createdAt", text(createdAt))
                        .with("steward", steward));
    }

    void membership(String community, String person, String role) {
        write(
                "communities",
                "memberships",
                line("membership", "community", community)
                        .with("person", person)
                        .with("role", role));
    }

    /**
     * A post.
     *
     * @param community slug; null for one to everyone
     */
    void post(String id, String author, Instant createdAt, String body, @Nullable String community) {
        write(
                "posts",
                "posts",
                line("post", "externalId", id)
                        .with("author", author)
                        .with("createdAt", text(createdAt))
                        .with("kind", "plain")
                        .with("body", body(body))
                        .with("community", community)
                        .with("audience", community == null ? Map.of("type", "everyone") : null));
    }

    void comment(String id, String author, Instant createdAt, String body, String inReplyTo) {
        write(
                "posts",
                "comments",
                line("comment", "externalId", id)
                        .with("author", author)
                        .with("createdAt", text(createdAt))
                        .with("inReplyTo", inReplyTo)
                        .with("body", body(body)));
    }

    void like(String post, String author, Instant createdAt) {
        write(
                "posts",
                "reactions",
                line("reaction", "post", post)
                        .with("author", author)
                        .with("kind", "like")
                        .with("createdAt", text(createdAt)));
    }

    /** Something is not carried over, or not as it was. */
    void leave(String what) {
        leave(what, 1);
    }

    void leave(String what, long count) {
        if (count > 0) {
            left.merge(what, count, Long::sum);
        }
    }

    /** What was written, by kind, and what was left. */
    Report report() {
        return new Report(new LinkedHashMap<>(written), new LinkedHashMap<>(left));
    }

    @Override
    public void close() throws IOException {
        for (BufferedWriter file : files.values()) {
            file.close();
        }
        List<String> said = new ArrayList<>();
        left.forEach((what, count) -> said.add(count + "\t" + what));
        Files.write(folder.resolve("not-carried-over.txt"), said);
    }

    private String body(String text) {
        if (text.length() <= LONGEST_BODY) {
            return text;
        }
        leave("texts longer than 20,000 characters, shortened");
        return cut(text, LONGEST_BODY);
    }

    private static @Nullable String shortened(@Nullable String text, int most) {
        return text == null || text.isBlank() ? null : cut(text, most);
    }

    /** No longer than so, and never in the middle of a character. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private Path file(String kind) {
        return folder.resolve(kind + ".ndjson");
    }

    private static Line line(String type, String field, String value) {
        return new Line().with("type", type).with(field, value);
    }

    private void write(String file, String kind, Line line) {
        try {
            BufferedWriter writer =
                    Stream.ofNullable(files.get(file)).findFirst().orElseThrow();
            writer.write(JSON.writeValueAsString(line.fields));
            writer.newLine();
            written.merge(kind, 1L, Long::sum);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What became of an export. */
    record Report(Map<String, Long> written, Map<String, Long> left) {}

    private static final class Line {

        private final Map<String, Object> fields = new LinkedHashMap<>();

        Line with(String field, @Nullable Object value) {
            if (value != null) {
                fields.put(field, value);
            }
            return this;
        }
    }
}
