package org.outloud.community.inventory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Invalid;

/**
 * What people enter about a community.
 *
 * @param host where it meets, in words; {@code outloud} for those hosted here
 * @param url where to find it there
 * @param reviewBy when its steward looks at it again
 * @param size people, as far as known
 */
public record EntryDetails(
        @NotBlank @Size(max = 120) String name,
        @Nullable @Size(max = 120) String domain,
        @NotBlank @Size(max = 120) String host,
        @Nullable @Size(max = 2000) String url,
        @NotNull @Size(max = 20) List<@NotNull PersonId> stewardIds,
        @NotNull Stage stage,
        @Nullable LocalDate reviewBy,
        @Nullable @PositiveOrZero Integer size) {

    /** The host of the communities that are hosted here. */
    public static final String HERE = "outloud";

    private static final int MONTHS_TO_REVIEW = 6;
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    /** Outer blanks mean nothing, and nothing is null. */
    public EntryDetails {
        name = name == null ? "" : name.strip();
        domain = domain == null || domain.isBlank() ? null : domain.strip();
        host = host == null ? "" : host.strip();
        url = url == null || url.isBlank() ? null : url.strip();
        stewardIds =
                stewardIds == null ? List.of() : stewardIds.stream().distinct().toList();
    }

    /** What an entry says when nothing is said about it. */
    static EntryDetails blank() {
        LocalDate review = firstReview(Instant.now());
        return new EntryDetails("", null, "", null, List.of(), Stage.POTENTIAL, review, null);
    }

    /** A community is looked at half a year after it began. */
    public static LocalDate firstReview(Instant begun) {
        return begun.atZone(ZoneOffset.UTC).toLocalDate().plusMonths(MONTHS_TO_REVIEW);
    }

    /** Whether the host is this system. */
    public static boolean isHere(String host) {
        return host.equalsIgnoreCase(HERE);
    }

    /** Whether an address can be shown as a link without harm. */
    public static boolean isAddress(String url) {
        try {
            String scheme = new URI(url).getScheme();
            return scheme != null && SCHEMES.contains(scheme);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Refuses what cannot be said of a community that is hosted elsewhere. */
    EntryDetails elsewhere() {
        if (isHere(host)) {
            throw Invalid.field("host", "hosted-here", "What is hosted here enters the inventory by itself.");
        }
        if (url != null && !isAddress(url)) {
            throw Invalid.field("url", "malformed", "An address that begins with https:, http: or mailto:.");
        }
        return this;
    }

    /** Refuses to change what a community hosted here says on its own page. */
    EntryDetails hostedHere(EntryDetails before) {
        unchanged("name", before.name, name);
        unchanged("domain", before.domain, domain);
        unchanged("host", before.host, host);
        unchanged("url", before.url, url);
        unchanged("size", before.size, size);
        return this;
    }

    private static void unchanged(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            throw Invalid.field(field, "hosted-here", "This follows the community's own page.");
        }
    }
}
