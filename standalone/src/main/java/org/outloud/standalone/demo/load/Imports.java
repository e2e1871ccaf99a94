package org.outloud.standalone.demo.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.outloud.standalone.demo.organisation.Line;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

/** History as lines of JSON, each import waited for until the service is through with it. */
final class Imports {

    private static final ObjectWriter LINE = Http.JSON.writerFor(Line.class);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration STANDSTILL = Duration.ofMinutes(3);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);
    private static final int VAIN_ATTEMPTS = 2;

    private final Http http;
    private final URI outloud;
    private final Tokens administrator;

    Imports(Http http, URI outloud, Tokens administrator) {
        this.http = http;
        this.outloud = outloud;
        this.administrator = administrator;
    }

    /**
     * Brings lines in. A service learns of people and communities from the others with a small delay, so a rejection is not
     * believed at once: what is in already is unchanged the second time.
     */
    Tally bring(String kind, List<? extends Line> lines, Progress progress) {
        Tally tally = once(kind, lines, progress);
        int created = tally.created();
        int updated = tally.updated();
        int vain = 0;
        while (!tally.rejected().isEmpty() && vain < VAIN_ATTEMPTS) {
            Http.pause(BETWEEN_ATTEMPTS);
            int before = tally.rejected().size();
            tally = once(kind, lines, progress);
            created += tally.created();
            updated += tally.updated();
            vain = tally.rejected().size() < before ? 0 : vain + 1;
        }
        int unchanged = lines.size() - created - updated - tally.rejected().size();
        return new Tally(created, updated, Math.max(0, unchanged), tally.rejected());
    }

    private Tally once(String kind, List<? extends Line> lines, Progress progress) {
        String body = lines.stream().map(LINE::writeValueAsString).collect(Collectors.joining("\n", "", "\n"));
        HttpRequest.Builder upload = HttpRequest.newBuilder(URI.create(outloud + "/api/v1/imports/" + kind))
                .header("Authorization", "Bearer " + administrator.get())
                .header("Content-Type", "application/x-ndjson")
                .header("Accept", "application/json, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        Http.Answer accepted = http.send(upload).orFail("Importing " + kind);
        return outcome(waitFor(kind, outloud.resolve(accepted.location()), progress));
    }

    private JsonNode waitFor(String kind, URI job, Progress progress) {
        long last = -1;
        long since = System.nanoTime();
        while (true) {
            JsonNode report = http.send(Http.get(job, administrator.get()))
                    .orFail("Importing " + kind)
                    .json();
            long read = report.path("read").asLong(0);
            progress.at(read);
            String state = report.path("state").asString("");
            if (state.equals("done")) {
                return report;
            }
            if (state.equals("failed")) {
                throw new DemoFailure(
                        "Importing %s failed after %,d lines%s".formatted(kind, read, first(report.path("rejected"))));
            }
            if (read != last) {
                last = read;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STANDSTILL.toNanos()) {
                throw new DemoFailure("Importing %s stands still at line %,d.".formatted(kind, read));
            }
            Http.pause(POLL);
        }
    }

    private static Tally outcome(JsonNode report) {
        List<String> rejected = new ArrayList<>();
        for (JsonNode line : report.path("rejected")) {
            rejected.add(said(line));
        }
        return new Tally(
                report.path("created").asInt(0),
                report.path("updated").asInt(0),
                report.path("unchanged").asInt(0),
                rejected);
    }

    private static String first(JsonNode rejected) {
        return rejected.isEmpty() ? "." : ": " + said(rejected.path(0));
    }

    private static String said(JsonNode line) {
        return "line %d, %s: %s"
                .formatted(
                        line.path("line").asLong(0),
                        line.path("field").asString("the line"),
                        line.path("detail").asString(line.path("code").asString("refused")));
    }
}
