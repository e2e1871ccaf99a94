package org.outloud.feed.post;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Mentions that lead nowhere for one reader: the words stay their author's, the link goes. */
final class UnlinkedMentions {

    private UnlinkedMentions() {}

    /** Takes the links to people out of HTML that stands in JSON. */
    static String in(String json, List<UUID> people) {
        return people.isEmpty() ? json : links(people).matcher(json).replaceAll("$1");
    }

    private static Pattern links(List<UUID> people) {
        String ids = people.stream().map(UUID::toString).collect(Collectors.joining("|"));
        return Pattern.compile("<a href=\\\\\"/people/(?:" + ids + ")\\\\\"[^>]*>(.*?)</a>");
    }
}
