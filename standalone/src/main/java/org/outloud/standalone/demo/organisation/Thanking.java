package org.outloud.standalone.demo.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.outloud.standalone.demo.source.Chance;

/** Typed thanks, mostly for posts, and always from the asker for an accepted answer. */
final class Thanking {

    private static final List<String> KINDS = List.of(
            "helped",
            "helped",
            "helped",
            "taught",
            "taught",
            "taught",
            "inspired",
            "inspired",
            "tried",
            "like",
            "like");
    private static final double FOR_COMMENTS = 0.27;

    private final Chance chance = Chance.named("reactions");
    private final Readers readers;
    private final Rhythm rhythm;
    private final List<Line.Reaction> reactions = new ArrayList<>();
    private final Set<List<String>> made = new HashSet<>();

    Thanking(Instant anchor, Readers readers) {
        this.readers = readers;
        this.rhythm = new Rhythm(anchor, chance);
    }

    List<Line.Reaction> of(List<Talk> talks, List<Line.Answer> answers, int target) {
        Map<String, Talk> byPost =
                talks.stream().collect(Collectors.toMap(talk -> talk.post.externalId(), talk -> talk));
        Map<String, Line.Comment> comments = new HashMap<>();
        talks.forEach(talk -> talk.comments.forEach(comment -> comments.put(comment.externalId(), comment)));
        for (Line.Answer answer : answers) {
            Talk talk = byPost.get(answer.post());
            Line.Comment comment = comments.get(answer.comment());
            if (talk != null && comment != null) {
                thank(comment.externalId(), comment.createdAt(), talk.author, "helped");
            }
        }
        for (int i = 0; reactions.size() < target && i < 3 * target; i++) {
            Talk talk = chance.oneOf(talks);
            if (chance.share() * 3 < talk.pull) {
                thankSomebody(talk);
            }
        }
        return reactions;
    }

    private void thankSomebody(Talk talk) {
        Person reader = readers.other(talk, chance);
        if (reader == null) {
            return;
        }
        if (!talk.comments.isEmpty() && chance.in(FOR_COMMENTS)) {
            Line.Comment comment = chance.oneOf(talk.comments);
            if (!comment.author().equals(reader.userName())) {
                thank(comment.externalId(), comment.createdAt(), reader, chance.oneOf(KINDS));
            }
        } else {
            thank(talk.post.externalId(), talk.post.createdAt(), reader, chance.oneOf(KINDS));
        }
    }

    private void thank(String post, Instant earlier, Person reader, String kind) {
        Instant at = rhythm.after(earlier, reader.place());
        if (at != null && made.add(List.of(post, reader.userName(), kind))) {
            reactions.add(new Line.Reaction(post, reader.userName(), kind, at));
        }
    }
}
