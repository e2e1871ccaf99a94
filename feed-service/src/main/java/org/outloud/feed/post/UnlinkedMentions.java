package org.outloud.feed.post;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mentions that lead nowhere for one reader: the words stay their author's, the link goes. */
final class UnlinkedMentions {

    private final @Nullable Pattern links;

    UnlinkedMentions(List<UUID> people) {
        links = people.isEmpty()
                ? null
                : Pattern.compile("<a href=\"/people/(?:"
                        + people.stream().map(UUID::toString).collect(Collectors.joining("|"))
                        + ")\"[^>]*>(.*?)</a>");
    }

    @Nullable
    String in(@Nullable String html) {
        return html == null || links == null ? html : links.matcher(html).replaceAll("$1");
    }
}
