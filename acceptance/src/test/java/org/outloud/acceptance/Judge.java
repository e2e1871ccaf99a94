package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the server answered to hostile requests: no server's error, nothing of its inside, and how long it took. */
final class Judge {

    private static final long SLOW_MILLISECONDS = 2_000;
    private static final List<String> INSIDES =
            List.of("Exception", "\\tat ", "org.springframework", "org.outloud", "io.r2dbc", "select ");

    private final long seed;
    private final Map<String, Long> slowest = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int sent;
    private int slow;

    Judge(long seed) {
        this.seed = seed;
    }

    Client.Answer judge(String operation, HttpRequest request) {
        return judge(operation, request, "");
    }

    Client.Answer judge(String operation, HttpRequest request, String told) {
        long begin = System.nanoTime();
        Client.Answer answer = Client.exchange(request);
        long milliseconds = (System.nanoTime() - begin) / 1_000_000;
        sent++;
        slow += milliseconds > SLOW_MILLISECONDS ? 1 : 0;
        slowest.merge(operation, milliseconds, Math::max);
        statuses.merge(answer.status(), 1, Integer::sum);
        String body = answer.response().body();
        String asked = shortened(request.uri()) + " " + told.substring(0, Math.min(told.length(), 600));
        if (answer.status() >= 500) {
            failures.add(operation + " answered " + answer.status() + " to " + asked + ": " + body);
        } else if (answer.status() >= 400 && INSIDES.stream().anyMatch(body::contains)) {
            failures.add(operation + " shows its insides to " + asked + ": " + body);
        }
        return answer;
    }

    void conclude(String title, int atLeast) {
        String longest = slowest.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> entry.getKey() + " " + entry.getValue() + " ms")
                .orElse("");
        System.out.println(title + ": " + sent + " requests, seed " + seed + ", statuses " + statuses + ", " + slow
                + " slower than " + SLOW_MILLISECONDS + " ms, slowest " + longest);
        assertThat(failures).as("seed %d, -Doutloud.seed repeats it", seed).isEmpty();
        assertThat(sent).isGreaterThan(atLeast);
    }

    private static String shortened(URI uri) {
        String text = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return text.substring(0, Math.min(text.length(), 300));
    }
}
