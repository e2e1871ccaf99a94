package org.outloud.standalone.demo.organisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outloud.standalone.demo.speech.Material;
import org.outloud.standalone.demo.speech.Setting;
import org.outloud.standalone.demo.speech.Topic;

/** A post and all that was said under it, while it is being made up. */
final class Talk {

    final Line.Post post;
    final Person author;
    final Topic topic;
    final Material material;
    final Setting setting;
    final @Nullable Circle circle;

    /** How much others are drawn to it; around 1. */
    final double pull;

    final List<Line.Comment> comments = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private final Set<String> echoed = new HashSet<>();

    Talk(
            Line.Post post,
            Person author,
            Topic topic,
            Material material,
            Setting setting,
            @Nullable Circle circle,
            double pull) {
        this.post = post;
        this.author = author;
        this.topic = topic;
        this.material = material;
        this.setting = setting;
        this.circle = circle;
        this.pull = pull;
    }

    boolean asks() {
        return post.need() != null || post.kind().equals("question");
    }

    /** Whether it tells something that one can reply to, and not only what is begun or asked. */
    boolean tellsAll() {
        return post.kind().equals("working-out-loud")
                ? post.learned() != null
                : !post.kind().equals("question");
    }

    /** Nobody repeats what was said in the same thread. */
    boolean isNew(String text) {
        return said.add(text);
    }

    /** Whether a comment has not been taken up by anybody. */
    boolean isLoose(Line.Comment comment) {
        return !echoed.contains(comment.externalId());
    }

    void takeUp(Line.Comment comment) {
        echoed.add(comment.externalId());
    }

    boolean hasSpoken(Person person) {
        return comments.stream().anyMatch(comment -> comment.author().equals(person.userName()));
    }
}
