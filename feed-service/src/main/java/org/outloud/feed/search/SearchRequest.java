package org.outloud.feed.search;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.FieldProblem;
import org.outloud.platform.problem.Invalid;

/**
 * What is looked for: words, and what they are narrowed by. At least one of them is there.
 *
 * @param author id or user name
 * @param community id or slug
 * @param from not before
 * @param before before; the day after the last one when a day was asked for
 */
record SearchRequest(
        SearchTerms terms,
        @Nullable String kind,
        @Nullable String author,
        @Nullable String community,
        @Nullable String tag,
        @Nullable Instant from,
        @Nullable Instant before) {

    private static final int LONGEST = 200;
    private static final Set<String> KINDS =
            Set.of("working-out-loud", "plain", "question", "link", "story", "comment");

    static SearchRequest of(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String author,
            @Nullable String community,
            @Nullable String tag,
            @Nullable String from,
            @Nullable String to) {
        Reading reading = new Reading();
        SearchRequest request = new SearchRequest(
                SearchTerms.of(reading.text("q", q, "")),
                reading.kind(kind),
                reading.given("author", author),
                reading.given("community", community),
                reading.tag(tag),
                reading.time("from", from, 0),
                reading.time("to", to, 1));
        if (request.asksNothing()) {
            reading.refuse("q", "required", "Say what to look for, or narrow by author, community, tag, kind or date.");
        }
        if (request.from() != null
                && request.before() != null
                && !request.from().isBefore(request.before())) {
            reading.refuse("to", "before-from", "The end lies before the beginning.");
        }
        reading.done();
        return request;
    }

    private boolean asksNothing() {
        return terms.wanted().isEmpty()
                && kind == null
                && author == null
                && community == null
                && tag == null
                && from == null
                && before == null;
    }

    /** Reads each parameter and gathers what is wrong with them. */
    private static final class Reading {

        private final List<FieldProblem> problems = new ArrayList<>();

        void refuse(String field, String code, String detail) {
            problems.add(new FieldProblem(field, code, detail));
        }

        void done() {
            if (!problems.isEmpty()) {
                throw Invalid.fields(problems);
            }
        }

        String text(String field, @Nullable String value, String otherwise) {
            if (value == null || value.isBlank()) {
                return otherwise;
            }
            if (value.length() > LONGEST) {
                refuse(field, "too-long", "At most " + LONGEST + " characters.");
            }
            if (value.indexOf('\0') >= 0) {
                refuse(field, "bad-character", "The character NUL cannot be looked for.");
                return otherwise;
            }
            return value.strip();
        }

        @Nullable
        String given(String field, @Nullable String value) {
            String text = text(field, value, "");
            return text.isEmpty() ? null : text;
        }

        @Nullable
        String kind(@Nullable String value) {
            String kind = given("kind", value);
            if (kind != null && !KINDS.contains(kind)) {
                refuse("kind", "unknown-value", "One of working-out-loud, plain, question, link, story, comment.");
            }
            return kind;
        }

        @Nullable
        String tag(@Nullable String value) {
            String tag = given("tag", value);
            return tag == null
                    ? null
                    : Normalizer.normalize(tag.startsWith("#") ? tag.substring(1) : tag, Normalizer.Form.NFKC)
                            .toLowerCase(Locale.ROOT);
        }

        /** A moment, or a day in UTC, which ends {@code days} later. */
        @Nullable
        Instant time(String field, @Nullable String value, int days) {
            String text = given(field, value);
            if (text == null) {
                return null;
            }
            try {
                Instant read = text.length() == "2026-01-01".length()
                        ? LocalDate.parse(text)
                                .plusDays(days)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                        : Instant.parse(text);
                int year = read.atZone(ZoneOffset.UTC).getYear();
                if (year >= 1 && year <= 9999) {
                    return read;
                }
            } catch (DateTimeParseException e) {
                refuse(field, "bad-date", "A day like 2026-11-23 or a moment like 2026-11-23T14:30:00Z.");
                return null;
            }
            refuse(field, "out-of-range", "Years from 1 to 9999.");
            return null;
        }
    }
}
