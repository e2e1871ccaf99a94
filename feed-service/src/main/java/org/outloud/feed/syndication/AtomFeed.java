package org.outloud.feed.syndication;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes Atom 1.0 (RFC 4287), with pages as RFC 5005 has them. */
final class AtomFeed {

    /** What people can type and XML 1.0 cannot hold, section 2.2. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private AtomFeed() {}

    static String of(Document document, String origin) {
        Feed feed = new Feed("atom_1.0");
        feed.setId(origin + document.id());
        feed.setTitle(legal(document.title()));
        feed.setUpdated(Date.from(document.updated()));
        feed.setAlternateLinks(List.of(link("alternate", origin + document.page(), "text/html")));
        List<Link> others = new ArrayList<>(List.of(link("self", document.self(), "application/atom+xml")));
        if (document.next() != null) {
            others.add(link("next", document.next(), "application/atom+xml"));
        }
        feed.setOtherLinks(others);
        feed.setEntries(
                document.entries().stream().map(entry -> entry(entry, origin)).toList());
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("A feed without what Atom demands", e);
        }
    }

    private static com.rometools.rome.feed.atom.Entry entry(Entry post, String origin) {
        com.rometools.rome.feed.atom.Entry entry = new com.rometools.rome.feed.atom.Entry();
        entry.setId("urn:uuid:" + post.id());
        entry.setTitle(legal(post.title()));
        entry.setAlternateLinks(List.of(link("alternate", origin + "/posts/" + post.id(), "text/html")));
        entry.setPublished(Date.from(post.published()));
        entry.setUpdated(Date.from(post.updated()));
        Person author = new Person();
        author.setName(legal(post.author().name()));
        author.setUri(origin + "/people/" + post.author().id());
        entry.setAuthors(List.<SyndPerson>of(author));
        Content content = new Content();
        content.setType(Content.HTML);
        content.setValue(legal(post.html()));
        entry.setContents(List.of(content));
        entry.setCategories(post.tags().stream().map(AtomFeed::category).toList());
        return entry;
    }

    private static Category category(String tag) {
        Category category = new Category();
        category.setTerm(legal(tag));
        return category;
    }

    private static Link link(String relation, String address, @Nullable String type) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(address);
        link.setType(type);
        return link;
    }

    private static String legal(String text) {
        return NOT_XML.matcher(text).replaceAll("\uFFFD");
    }
}
