package org.outloud.standalone.demo.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.outloud.standalone.demo.source.Resources;

/**
 * Reads a topic's file: a head of {@code key: value} lines, then blocks whose lines begin with a letter. {@code d}, {@code
 * l} and {@code n} are doing, learned and need; {@code q} and {@code b} a question and its background; {@code p} a
 * paragraph, under {@code t} the title of a story, with {@code u} a document; {@code a} an answer, {@code r} a reply.
 */
final class TopicReader {

    private final Map<String, List<String>> head = new HashMap<>();
    private final List<Material> materials = new ArrayList<>();
    private final List<String> replies = new ArrayList<>();
    private final Map<Character, List<String>> block = new HashMap<>();

    static Topic read(String name) {
        return new TopicReader().topic(Resources.lines("topics/" + name + ".txt"));
    }

    private Topic topic(List<String> lines) {
        for (String line : lines) {
            if (line.isBlank()) {
                endOfBlock();
            } else if (line.charAt(1) == ' ') {
                block.computeIfAbsent(line.charAt(0), letter -> new ArrayList<>())
                        .add(line.substring(2));
            } else {
                int colon = line.indexOf(':');
                head.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        endOfBlock();
        return new Topic(
                head("topic").get(0),
                Locale.forLanguageTag(
                        head.getOrDefault("language", List.of("en")).get(0)),
                departments(head("in").get(0)),
                Resources.list(head("tags").get(0), " "),
                Resources.list(head("skills").get(0), ";"),
                head("head"),
                head("ask"),
                head("learning"),
                List.copyOf(materials),
                List.copyOf(replies));
    }

    private void endOfBlock() {
        if (block.containsKey('d')) {
            List<String> needs = all('n');
            materials.add(new Material.Situation(
                    one('d'), one('l'), needs.isEmpty() ? null : needs.get(0), all('r'), all('a')));
        } else if (block.containsKey('q')) {
            materials.add(new Material.Question(one('q'), one('b'), all('r'), all('a')));
        } else if (block.containsKey('t')) {
            materials.add(new Material.Story(one('t'), all('p'), all('r')));
        } else if (block.containsKey('u')) {
            List<String> document = Resources.list(one('u'), "|");
            materials.add(new Material.Reference(one('p'), document.get(0), document.get(1), all('r')));
        } else if (block.containsKey('p')) {
            materials.add(new Material.Remark(one('p'), all('r')));
        } else {
            replies.addAll(all('r'));
        }
        block.clear();
    }

    private String one(char letter) {
        return all(letter).get(0);
    }

    private List<String> all(char letter) {
        return List.copyOf(block.getOrDefault(letter, List.of()));
    }

    private List<String> head(String key) {
        return List.copyOf(Objects.requireNonNull(head.get(key), key));
    }

    static List<String> departments(String text) {
        return text.equals("*") ? List.of() : Resources.list(text, ",");
    }
}
