package org.outloud.community.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.community.community.Slug;
import org.outloud.community.inventory.EntryDetails;
import org.outloud.community.inventory.Stage;
import org.outloud.community.membership.Visibility;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineRejected;
import tools.jackson.databind.JsonNode;

/**
 * A line of type {@code community}, read and checked by itself. What it does not say is null.
 *
 * @param externalId of a line without one the place that it has in the world, as {@link #placed} says
 * @param host {@code outloud} when the community shall be hosted here; of any other only the inventory takes notice
 * @param parent slug of the community that it is part of
 * @param stewards user names of those who answer for it
 * @param reviewBy {@link #NEVER} when it shall not be looked at again
 * @param placed whether the line has no external id, and is known by host and name
 */
record CommunityLine(
        String externalId,
        @Nullable String slug,
        String name,
        @Nullable String domain,
        @Nullable String purpose,
        @Nullable String practice,
        @Nullable String rhythm,
        @Nullable String norms,
        @Nullable Visibility visibility,
        @Nullable Stage stage,
        String host,
        @Nullable String url,
        @Nullable Instant createdAt,
        @Nullable Instant archivedAt,
        @Nullable String parent,
        List<String> stewards,
        @Nullable LocalDate reviewBy,
        @Nullable Integer size,
        @Nullable Instant lastActivity,
        boolean placed) {

    /** Stands for no date. */
    static final LocalDate NEVER = LocalDate.MAX;

    private static final int MOST_STEWARDS = 20;
    private static final Pattern SLUG = Pattern.compile(Slug.PATTERN);

    /** A line of history: it is known by its external id. */
    static CommunityLine of(ImportLine line) {
        return read(line, line.text("externalId", 200));
    }

    /** A line of the inventory: without an external id it is known by host and name. */
    static CommunityLine ofInventory(ImportLine line) {
        return read(line, text(line, "externalId", 200));
    }

    private static CommunityLine read(ImportLine line, @Nullable String externalId) {
        String name = line.text("name", 120).strip();
        String place = (host(line) + "/" + name).toLowerCase(Locale.ROOT);
        CommunityLine read = new CommunityLine(
                externalId == null ? place : externalId,
                slug(line),
                name,
                text(line, "domain", 120),
                text(line, "purpose", 500),
                text(line, "practice", 2000),
                text(line, "rhythm", 500),
                text(line, "norms", 2000),
                word(line, "visibility", Visibility.words(), Visibility::of),
                word(line, "stage", Stage.words(), stage -> Stage.of("stage", stage)),
                host(line),
                url(line),
                micros(line.optionalInstant("createdAt")),
                micros(line.optionalInstant("archivedAt")),
                text(line, "parent", 80),
                stewards(line),
                date(line, "reviewBy"),
                size(line),
                micros(line.optionalInstant("lastActivity")),
                externalId == null);
        if (!read.here() && read.visibility == Visibility.SECRET) {
            throw new LineRejected("visibility", "not-kept", "Only communities that are hosted here can be secret.");
        }
        return read;
    }

    /** The same under another external id. */
    CommunityLine known(String externalId) {
        return new CommunityLine(
                externalId,
                slug,
                name,
                domain,
                purpose,
                practice,
                rhythm,
                norms,
                visibility,
                stage,
                host,
                url,
                createdAt,
                archivedAt,
                parent,
                stewards,
                reviewBy,
                size,
                lastActivity,
                placed);
    }

    boolean here() {
        return host.equals(EntryDetails.HERE);
    }

    /** The slugs that a new community would have, the first one that is free. */
    List<String> slugs() {
        if (slug != null) {
            return List.of(slug);
        }
        String stem = Slug.of(name);
        String digest = UUID.nameUUIDFromBytes(externalId.getBytes(StandardCharsets.UTF_8))
                .toString();
        return List.of(stem, stem + "-" + digest.substring(0, 8));
    }

    private static @Nullable String text(ImportLine line, String field, int longest) {
        String text = line.optionalText(field, longest);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<String> stewards(ImportLine line) {
        String one = text(line, "steward", 120);
        return Stream.concat(Stream.ofNullable(one), line.texts("stewards", MOST_STEWARDS, 120).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static <T> @Nullable T word(ImportLine line, String field, List<String> allowed, Function<String, T> read) {
        String word = line.word(field, "", allowed);
        return word.isEmpty() ? null : read.apply(word);
    }

    private static @Nullable String slug(ImportLine line) {
        String slug = text(line, "slug", 80);
        if (slug != null && !SLUG.matcher(slug).matches()) {
            throw new LineRejected("slug", "malformed", "Lower-case letters and digits with single hyphens between.");
        }
        return slug;
    }

    private static String host(ImportLine line) {
        String host = text(line, "host", 120);
        return host == null || EntryDetails.isHere(host) ? EntryDetails.HERE : host;
    }

    private static @Nullable String url(ImportLine line) {
        String url = text(line, "url", 2000);
        if (url != null && !EntryDetails.isAddress(url)) {
            throw new LineRejected("url", "malformed", "An address that begins with https:, http: or mailto:.");
        }
        return url;
    }

    /** A date, or the date of an instant. */
    private static @Nullable LocalDate date(ImportLine line, String field) {
        String text = line.optionalText(field, 64);
        if (text == null) {
            return null;
        }
        if (text.equals("never")) {
            return NEVER;
        }
        try {
            return text.length() > 10
                    ? Instant.parse(text).atZone(ZoneOffset.UTC).toLocalDate()
                    : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new LineRejected(field, "malformed", "A date such as 2026-11-02, or never.");
        }
    }

    private static @Nullable Integer size(ImportLine line) {
        JsonNode node = line.body().get("size");
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw new LineRejected("size", "malformed", "A whole number of people.");
        }
        return node.intValue();
    }

    static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
