package org.outloud.feed.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself, as plain text.
 *
 * @param site what it calls the whole of which it is a part, else its host
 */
record SaidOfItself(String title, @Nullable String description, String site) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final int LONGEST_SITE = 80;

    /**
     * Reads a page, or the first part of one.
     *
     * @param charset as its server names it; else the page does
     */
    static Optional<SaidOfItself> in(byte[] page, @Nullable String charset, URI url) {
        Document document = parse(page, charset, url);
        String title = first(LONGEST_TITLE, meta(document, "og:title"), document.title());
        if (title == null) {
            return Optional.empty();
        }
        String site = first(LONGEST_SITE, meta(document, "og:site_name"), url.getHost());
        return Optional.of(new SaidOfItself(
                title,
                first(LONGEST_DESCRIPTION, meta(document, "og:description"), meta(document, "description")),
                site == null ? url.getHost() : site));
    }

    private static Document parse(byte[] page, @Nullable String charset, URI url) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(page), charset, url.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String meta(Document document, String name) {
        Element meta = document.selectFirst("meta[property=%1$s],meta[name=%1$s]".formatted(name));
        return meta == null ? "" : meta.attr("content");
    }

    /** The first that says something, in one line without what no text needs. */
    private static @Nullable String first(int longest, String... texts) {
        for (String text : texts) {
            String plain =
                    text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\s]+", " ").strip();
            if (!plain.isEmpty()) {
                return plain.codePointCount(0, plain.length()) <= longest
                        ? plain
                        : plain.substring(0, plain.offsetByCodePoints(0, longest - 1))
                                        .strip() + "\u2026";
            }
        }
        return null;
    }
}
