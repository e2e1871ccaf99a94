package org.outloud.standalone.demo.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.standalone.demo.source.Chance;
import org.outloud.standalone.demo.speech.Material;
import org.outloud.standalone.demo.speech.Phrases;
import org.outloud.standalone.demo.speech.Setting;
import org.outloud.standalone.demo.speech.Wording;

/** What is said under the posts: answers to what is asked, remarks, and what the author says to these. */
final class Replying {

    private static final int LONGEST_THREAD = 14;
    private static final double ANSWERED = 0.72;
    private static final double ACCEPTED = 0.62;
    private static final double AUTHOR_SPEAKS = 0.3;
    private static final double AGAIN = 0.1;
    private static final double TELLS_HOW_IT_WENT = 0.7;

    private final Chance chance = Chance.named("comments");
    private final String prefix;
    private final Readers readers;
    private final Phrases phrases;
    private final Wording wording;
    private final Rhythm rhythm;
    private final Network network;
    private final List<Line.Answer> answers = new ArrayList<>();
    private int made;

    Replying(Instant anchor, String prefix, Readers readers, Network network, Phrases phrases) {
        this.prefix = prefix;
        this.readers = readers;
        this.network = network;
        this.phrases = phrases;
        this.wording = new Wording(phrases);
        this.rhythm = new Rhythm(anchor, chance);
    }

    /** Fills the threads with about so many comments; what draws people draws more of them. */
    void under(List<Talk> talks, int target) {
        talks.forEach(this::answer);
        double pull = talks.stream().mapToDouble(talk -> talk.pull).sum();
        int left = target - made;
        for (Talk talk : talks) {
            int most = Math.min(LONGEST_THREAD, chance.round(1.75 * left * talk.pull / pull));
            for (int i = 0; i < most && made < target; i++) {
                remark(talk);
            }
        }
    }

    List<Line.Answer> answers() {
        return List.copyOf(answers);
    }

    private void answer(Talk talk) {
        List<String> given = talk.material.answers();
        if (!talk.asks() || given.isEmpty() || !chance.in(ANSWERED)) {
            return;
        }
        boolean settled = false;
        for (String answer : chance.some(given, chance.between(1, given.size()))) {
            Person helper = readers.helper(talk, chance);
            Line.Comment comment = say(talk, helper, talk.post.createdAt(), talk.post.externalId(), answer);
            if (comment != null && !settled && chance.in(ACCEPTED)) {
                settled = accept(talk, comment);
            }
        }
    }

    /** The asker thanks, or tells how it went. */
    private boolean accept(Talk talk, Line.Comment answer) {
        String use = talk.topic.isGerman() ? "danke" : "thanks";
        boolean told = talk.material instanceof Material.Question
                && !talk.material.replies().isEmpty()
                && chance.in(TELLS_HOW_IT_WENT);
        String text = chance.oneOf(told ? talk.material.replies() : phrases.of(use));
        say(talk, talk.author, answer.createdAt(), answer.externalId(), text);
        talk.takeUp(answer);
        answers.add(new Line.Answer(talk.post.externalId(), answer.externalId()));
        return true;
    }

    private void remark(Talk talk) {
        boolean german = talk.topic.isGerman();
        List<Line.Comment> loose = talk.comments.stream()
                .filter(comment -> talk.isLoose(comment) && !comment.author().equals(talk.author.userName()))
                .toList();
        if (!loose.isEmpty() && chance.in(AUTHOR_SPEAKS)) {
            Line.Comment earlier = chance.oneOf(loose);
            talk.takeUp(earlier);
            say(talk, talk.author, earlier.createdAt(), earlier.externalId(), echo(earlier, german));
            return;
        }
        Person speaker = readers.other(talk, chance);
        if (speaker != null && (!talk.hasSpoken(speaker) || chance.in(AGAIN))) {
            say(talk, speaker, talk.post.createdAt(), talk.post.externalId(), remark(talk, german));
        }
    }

    private String echo(Line.Comment earlier, boolean german) {
        if (earlier.body().contains("?")) {
            return chance.oneOf(phrases.of(german ? "auskunft" : "explain"));
        }
        return chance.oneOf(phrases.of(german ? "widerhall" : "echo"));
    }

    /** About this very thing if anybody can, about the topic, or what one says anywhere. */
    private String remark(Talk talk, boolean german) {
        if (!talk.tellsAll()) {
            return chance.oneOf(phrases.of(waiting(talk, german)));
        }
        if (!talk.material.replies().isEmpty() && chance.in(0.5)) {
            return chance.oneOf(talk.material.replies());
        }
        boolean topical = chance.in(0.5) && !talk.topic.replies().isEmpty();
        return chance.oneOf(topical ? talk.topic.replies() : phrases.of(german ? "antwort" : "reply"));
    }

    /** What one says where nothing is known yet. */
    private static String waiting(Talk talk, boolean german) {
        if (talk.asks()) {
            return german ? "mitfragen" : "wondering";
        }
        return german ? "abwarten" : "awaiting";
    }

    private Line.@Nullable Comment say(
            Talk talk, @Nullable Person speaker, Instant earlier, String inReplyTo, String text) {
        if (speaker == null || !talk.isNew(text)) {
            return null;
        }
        Instant at = rhythm.after(earlier, speaker.place());
        if (at == null) {
            return null;
        }
        String body = wording.fill(text, mentioning(talk, speaker));
        Line.Comment comment = new Line.Comment(prefix + "-comment-" + ++made, speaker.userName(), at, inReplyTo, body);
        talk.comments.add(comment);
        return comment;
    }

    private Setting mentioning(Talk talk, Person speaker) {
        List<Person> known = network.followed(speaker);
        Person other = known.isEmpty() ? talk.author : chance.oneOf(known);
        return talk.setting.bind("mention", other.userName()).bind("@", "@" + other.userName());
    }
}
