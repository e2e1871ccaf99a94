package org.outloud.standalone.demo.organisation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outloud.standalone.demo.source.Chance;
import org.outloud.standalone.demo.speech.Material;
import org.outloud.standalone.demo.speech.Phrases;
import org.outloud.standalone.demo.speech.Setting;
import org.outloud.standalone.demo.speech.Topic;
import org.outloud.standalone.demo.speech.Topics;
import org.outloud.standalone.demo.speech.Wording;

/**
 * A month of posts. Every piece of material is told a few times, by different people, days apart and with other numbers;
 * stories once.
 */
final class Posting {

    static final Duration MONTH = Duration.ofDays(30);

    private static final double SITUATIONS = 5.2;
    private static final double QUESTIONS = 3.2;
    private static final double REMARKS = 2.2;
    private static final double REFERENCES = 2;
    private static final double IN_COMMUNITY = 0.85;
    private static final double TO_FOLLOWERS = 0.07;
    private static final String LIBRARY = "https://library.outloud.example/";

    private final Chance chance = Chance.named("posts");
    private final Instant anchor;
    private final String prefix;
    private final double scale;
    private final List<Person> people;
    private final Network network;
    private final List<Circle> circles;
    private final Phrases phrases;
    private final Wording wording;
    private final Rhythm rhythm;
    private final List<Talk> talks = new ArrayList<>();

    Posting(
            Instant anchor,
            String prefix,
            double scale,
            List<Person> people,
            Network network,
            List<Circle> circles,
            Phrases phrases) {
        this.anchor = anchor;
        this.prefix = prefix;
        this.scale = scale;
        this.people = people;
        this.network = network;
        this.circles = circles;
        this.phrases = phrases;
        this.wording = new Wording(phrases);
        this.rhythm = new Rhythm(anchor, chance);
    }

    /** All threads, oldest first. */
    List<Talk> of(Topics topics) {
        for (Topic topic : topics.all()) {
            List<Person> tellers = people.stream()
                    .filter(person -> person.activity() > 0 && mayTell(topic, person))
                    .toList();
            if (!tellers.isEmpty()) {
                topic.materials().forEach(material -> tell(topic, material, tellers));
            }
        }
        talks.sort(Comparator.comparing(talk -> talk.post.createdAt()));
        return talks;
    }

    private static boolean mayTell(Topic topic, Person person) {
        return topic.concerns(person.department())
                && (!topic.isGerman() || person.speaksGerman())
                && (!Topics.isForNewcomers(topic) || person.newcomer());
    }

    private void tell(Topic topic, Material material, List<Person> tellers) {
        int times = chance.round(times(material) * scale);
        Set<Person> told = new HashSet<>();
        for (int i = 0; i < times && told.size() < tellers.size(); i++) {
            Person author = chance.weighted(tellers, person -> told.contains(person) ? 0 : person.activity());
            if (told.add(author)) {
                Instant from = anchor.minus(MONTH).plus(MONTH.dividedBy(times).multipliedBy(i));
                Instant at = rhythm.between(from, from.plus(MONTH.dividedBy(times)), author.place());
                publish(topic, material, author, at);
            }
        }
    }

    private static double times(Material material) {
        if (material instanceof Material.Situation) {
            return SITUATIONS;
        }
        if (material instanceof Material.Question) {
            return QUESTIONS;
        }
        if (material instanceof Material.Remark) {
            return REMARKS;
        }
        return material instanceof Material.Reference ? REFERENCES : 1;
    }

    private void publish(Topic topic, Material material, Person author, Instant at) {
        Setting setting = setting(topic, author, at);
        Circle circle = circle(topic, author);
        if (material instanceof Material.Situation situation) {
            workOutLoud(topic, situation, author, at, setting, circle);
        } else {
            String body = body(topic, material, setting);
            keep(topic, material, author, at, setting, circle, kind(material), new Stations(null, null, null, body));
        }
    }

    /** Told at once, or first while it is under way and again when something was learned. */
    private void workOutLoud(
            Topic topic,
            Material.Situation situation,
            Person author,
            Instant at,
            Setting setting,
            @Nullable Circle circle) {
        String doing = wording.fill(situation.doing(), setting);
        String learned = wording.fill(situation.learned(), setting);
        String need = situation.need() == null ? null : wording.fill(situation.need(), setting);
        String still = still(topic, doing);
        Instant later = rhythm.after(at.plus(Duration.ofDays(chance.between(1, 4))), author.place());
        if (still != null && later != null && chance.in(0.45)) {
            keep(topic, situation, author, at, setting, circle, new Stations(doing, null, calling(need, author), null));
            keep(topic, situation, author, later, setting, circle, new Stations(still, learned, null, null));
        } else {
            String asked = chance.in(0.55) ? calling(need, author) : null;
            keep(topic, situation, author, at, setting, circle, new Stations(doing, learned, asked, null));
        }
    }

    /** The first half of the sentence again, as people do; null where the sentence does not allow it. */
    private @Nullable String still(Topic topic, String doing) {
        int space = doing.indexOf(' ');
        if (topic.isGerman() || space < 0 || !doing.substring(0, space).endsWith("ing")) {
            return null;
        }
        int end = doing.length();
        for (String mark : List.of(": ", ", ", ". ", "; ")) {
            int at = doing.indexOf(mark);
            end = at > 0 ? Math.min(end, at) : end;
        }
        String clause = doing.substring(0, 1).toLowerCase(Locale.ROOT)
                + doing.substring(1, end).replaceAll("[.]$", "");
        return chance.oneOf(phrases.of("still")) + " " + clause + ".";
    }

    /** Some asks name somebody. */
    private @Nullable String calling(@Nullable String need, Person author) {
        List<Person> followed = network.followed(author);
        if (need == null || followed.isEmpty() || !chance.in(0.1)) {
            return need;
        }
        Setting setting =
                new Setting(chance).bind("mention", chance.oneOf(followed).userName());
        return need + " " + wording.fill(chance.oneOf(phrases.of("calling")), setting);
    }

    private String body(Topic topic, Material material, Setting setting) {
        if (material instanceof Material.Question question) {
            return wording.fill(question.title(), setting)
                    + "\n\n"
                    + tagged(topic, wording.fill(question.context(), setting));
        }
        if (material instanceof Material.Reference reference) {
            String link = "[" + reference.title() + "](" + LIBRARY + reference.document() + ")";
            return tagged(topic, wording.fill(reference.text(), setting)) + "\n\n" + link;
        }
        if (material instanceof Material.Story story) {
            StringBuilder text = new StringBuilder("## " + wording.fill(story.title(), setting));
            story.paragraphs().forEach(paragraph -> text.append("\n\n").append(wording.fill(paragraph, setting)));
            return text.toString();
        }
        return tagged(topic, wording.fill(((Material.Remark) material).text(), setting));
    }

    private static String kind(Material material) {
        if (material instanceof Material.Question) {
            return "question";
        }
        if (material instanceof Material.Reference) {
            return "link";
        }
        return material instanceof Material.Story ? "story" : "plain";
    }

    private void keep(
            Topic topic,
            Material material,
            Person author,
            Instant at,
            Setting setting,
            @Nullable Circle circle,
            Stations said) {
        keep(topic, material, author, at, setting, circle, "working-out-loud", said.tagged(this, topic));
    }

    private void keep(
            Topic topic,
            Material material,
            Person author,
            Instant at,
            Setting setting,
            @Nullable Circle circle,
            String kind,
            Stations said) {
        String audience = chance.in(TO_FOLLOWERS) ? "followers" : "everyone";
        Line.Post post = new Line.Post(
                prefix + "-post-" + (talks.size() + 1),
                author.userName(),
                at,
                kind,
                said.doing,
                said.learned,
                said.need,
                said.body,
                circle == null ? null : circle.community().slug(),
                circle == null ? new Line.Audience(audience) : null);
        talks.add(new Talk(post, author, topic, material, setting, circle, chance.skewed()));
    }

    private String tagged(Topic topic, String text) {
        if (!chance.in(0.6)) {
            return text;
        }
        StringBuilder tagged = new StringBuilder(text);
        chance.some(topic.tags(), chance.between(1, 2))
                .forEach(tag -> tagged.append(" #").append(tag));
        return tagged.toString();
    }

    private @Nullable Circle circle(Topic topic, Person author) {
        List<Circle> fitting = circles.stream()
                .filter(circle -> circle.topics().contains(topic.name()) && circle.mayPost(author))
                .toList();
        return fitting.isEmpty() || !chance.in(IN_COMMUNITY) ? null : chance.oneOf(fitting);
    }

    private Setting setting(Topic topic, Person author, Instant at) {
        List<Person> known = network.followed(author);
        Person colleague = known.isEmpty() ? chance.oneOf(people) : chance.oneOf(known);
        return new Setting(chance)
                .bind("who", colleague.givenName())
                .bind("site", colleague.place().name())
                .bind("day", weekday(topic.language(), at.atZone(author.place().zone())));
    }

    /** One of the last working days. */
    private String weekday(Locale language, ZonedDateTime now) {
        ZonedDateTime day = now.minusDays(chance.between(1, 4));
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, language);
    }

    private record Stations(
            @Nullable String doing,
            @Nullable String learned,
            @Nullable String need,
            @Nullable String body) {

        /** Tags stand at the end of what is said last. */
        Stations tagged(Posting posting, Topic topic) {
            if (need != null) {
                return new Stations(doing, learned, posting.tagged(topic, need), body);
            }
            return learned != null
                    ? new Stations(doing, posting.tagged(topic, learned), null, body)
                    : new Stations(posting.tagged(topic, doing == null ? "" : doing), null, null, body);
        }
    }
}
