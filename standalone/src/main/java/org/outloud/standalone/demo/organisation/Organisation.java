package org.outloud.standalone.demo.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.outloud.standalone.demo.speech.Phrases;
import org.outloud.standalone.demo.speech.Topics;

/**
 * Everything that is brought in. The same anchor and number of people make the same organisation, to the letter.
 *
 * @param people those of the data set, superiors first
 * @param accounts the demo accounts, who exist in the identity provider already
 */
public record Organisation(
        List<Person> people,
        List<Person> accounts,
        List<Line.Profile> profiles,
        List<Line.Profile> accountProfiles,
        List<Line.Follow> follows,
        List<Line.Follow> accountFollows,
        List<Line.Community> communities,
        List<Line.Membership> memberships,
        List<Line.Post> posts,
        List<Line.Comment> comments,
        List<Line.Reaction> reactions,
        List<Line.Answer> answers) {

    /** How many people the data set has. */
    public static final int EVERYBODY = 1_005;

    /** The community whose age tells a later run when the organisation was first brought in. */
    public static final String OLDEST_FRIEND = "working-out-loud";

    /** How old {@link #OLDEST_FRIEND} was then. */
    public static final Duration AGE_OF_OLDEST_FRIEND = Duration.ofDays(400);

    private static final int COMMENTS = 7_000;
    private static final int REACTIONS = 12_000;

    /**
     * Makes it up.
     *
     * @param anchor the end of the month that is told
     * @param most how many people at most; fewer people are another organisation, with identifiers of their own
     */
    public static Organisation of(Instant anchor, int most) {
        int number = Math.min(most, EVERYBODY);
        double scale = number / (double) EVERYBODY;
        String prefix = number == EVERYBODY ? "demo" : "demo" + number;
        Topics topics = Topics.read();
        Phrases phrases = Phrases.read();
        EmailNetwork letters = EmailNetwork.of(number);
        Accounts about = new Accounts(prefix);
        List<Person> accounts = about.people();
        List<Person> people = new People(prefix).of(letters, about.userNames());
        Network network = new Network(people, letters, accounts, about);
        Profiles profiles = new Profiles(topics, phrases);
        List<Line.Profile> own = people.stream().map(profiles::of).toList();
        Communities communities = new Communities(anchor, prefix, scale, people, about);
        List<Person> everyone =
                Stream.concat(people.stream(), accounts.stream()).toList();

        List<Talk> talks =
                new Posting(anchor, prefix, scale, everyone, network, communities.circles(), phrases).of(topics);
        Readers readers = new Readers(everyone, network);
        Replying replying = new Replying(anchor, prefix, readers, network, phrases);
        replying.under(talks, (int) (COMMENTS * scale));
        List<Line.Reaction> reactions =
                new Thanking(anchor, readers).of(talks, replying.answers(), (int) (REACTIONS * scale));
        return new Organisation(
                superiorsFirst(people),
                accounts,
                own,
                about.profiles(),
                network.follows(),
                network.accountFollows(),
                communities.all(),
                communities.memberships(),
                talks.stream().map(talk -> talk.post).toList(),
                talks.stream().flatMap(talk -> talk.comments.stream()).toList(),
                reactions,
                replying.answers());
    }

    /** The one without a superior, those who lead, everybody else. */
    private static List<Person> superiorsFirst(List<Person> people) {
        List<String> leading = people.stream()
                .map(Person::manager)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Person> ordered = new ArrayList<>();
        people.stream().filter(person -> person.manager() == null).forEach(ordered::add);
        people.stream()
                .filter(person -> person.manager() != null && leading.contains(person.userName()))
                .forEach(ordered::add);
        people.stream()
                .filter(person -> person.manager() != null && !leading.contains(person.userName()))
                .forEach(ordered::add);
        return List.copyOf(ordered);
    }
}
