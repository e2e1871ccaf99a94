package org.outloud.platform.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown as posts and pages use it: CommonMark with bare links, strikethrough, {@code #tags} and {@code @mentions}. Raw HTML is
 * shown, never run; what the renderer writes still goes through an allow-list.
 */
public final class Markdown {

    /** A letter, then letters, digits, {@code _} or {@code -} of any script; not inside a word. */
    private static final Pattern MARK =
            Pattern.compile("(?<![\\p{L}\\p{N}_&/#@])(?:#(\\p{L}[\\p{L}\\p{M}\\p{N}_-]{0,63})(?![\\p{L}\\p{M}\\p{N}_-])"
                    + "|@([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,62}[\\p{L}\\p{N}])?))");

    private static final int LONGEST_LINK = 2_000;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(AutolinkExtension.create(), StrikethroughExtension.create()))
            .maxOpenBlockParsers(20)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(StrikethroughExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .build();
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "em",
                    "strong",
                    "del",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "a")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelNofollowOnLinks()
            .toFactory();

    private Markdown() {}

    /** User names in lower case that the text mentions outside of code. */
    public static Set<String> mentionedIn(String markdown) {
        Set<String> names = new LinkedHashSet<>();
        Node document = PARSER.parse(markdown);
        document.accept(new Marks((text, mark) -> {
            if (mark.group(2) != null) {
                names.add(mark.group(2).toLowerCase(Locale.ROOT));
            }
            return null;
        }));
        return names;
    }

    /**
     * Renders, linking tags and the mentions of people who exist.
     *
     * @param tags receives the tags, normalised
     */
    public static String render(String markdown, Map<String, PersonId> people, Set<String> tags) {
        Node document = PARSER.parse(markdown);
        document.accept(new Marks((text, mark) -> {
            if (mark.group(1) != null) {
                String tag = normalised(mark.group(1));
                tags.add(tag);
                return "/tags/" + tag;
            }
            PersonId person = people.get(mark.group(2).toLowerCase(Locale.ROOT));
            return person == null ? null : "/people/" + person;
        }));
        return POLICY.sanitize(RENDERER.render(document));
    }

    /** The first web address that the text links to, as it is asked: without a fragment. */
    public static @Nullable String linkIn(String markdown) {
        if (!markdown.contains("://")) {
            return null;
        }
        List<String> found = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                String url = webAddress(link.getDestination());
                if (url != null) {
                    found.add(url);
                }
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static @Nullable String webAddress(String destination) {
        try {
            URI url = new URI(destination).parseServerAuthority();
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            String text = destination.replaceFirst("#.*", "");
            return web && url.getHost() != null && text.length() <= LONGEST_LINK ? text : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Tags are compared without case, NFKC. */
    public static String normalised(String tag) {
        return Normalizer.normalize(tag, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Where a mark leads, or null when it is only text. */
    @FunctionalInterface
    private interface Target {
        @Nullable
        String of(String text, Matcher mark);
    }

    /** Cuts text nodes at tags and mentions and puts links in. Code is no text, and a link is one already. */
    private static final class Marks extends AbstractVisitor {

        private final Target target;

        Marks(Target target) {
            this.target = target;
        }

        @Override
        public void visit(Link link) {
            // its text stays as it is: a link inside a link is none
        }

        @Override
        public void visit(Text node) {
            List<Node> parts = cut(node.getLiteral());
            if (parts.size() > 1 || parts.get(0) instanceof Link) {
                parts.forEach(node::insertBefore);
                node.unlink();
            }
        }

        private List<Node> cut(String text) {
            List<Node> parts = new ArrayList<>();
            int from = 0;
            Matcher mark = MARK.matcher(text);
            while (mark.find()) {
                String href = target.of(text, mark);
                if (href != null) {
                    if (mark.start() > from) {
                        parts.add(new Text(text.substring(from, mark.start())));
                    }
                    Link link = new Link(href, null);
                    link.appendChild(new Text(mark.group()));
                    parts.add(link);
                    from = mark.end();
                }
            }
            if (from < text.length() || parts.isEmpty()) {
                parts.add(new Text(text.substring(from)));
            }
            return parts;
        }
    }
}
