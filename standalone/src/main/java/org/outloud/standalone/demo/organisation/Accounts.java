package org.outloud.standalone.demo.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.outloud.standalone.demo.source.Resources;

/** The five people of the demo realm, whom the organisation finds in place: they are known by hand, not by chance. */
final class Accounts {

    private static final double ACTIVITY = 3.5;

    private final List<Map<String, String>> blocks = Resources.blocks("accounts.txt");
    private final Map<String, Place> places =
            Place.read().stream().collect(Collectors.toMap(Place::name, Function.identity()));
    private final String prefix;

    Accounts(String prefix) {
        this.prefix = prefix;
    }

    List<Person> people() {
        return IntStream.range(0, blocks.size())
                .mapToObj(number -> person(number, blocks.get(number)))
                .toList();
    }

    List<Line.Profile> profiles() {
        return blocks.stream().map(this::profile).toList();
    }

    List<String> userNames() {
        return blocks.stream().map(block -> text(block, "user")).toList();
    }

    List<Standing> standings() {
        List<Standing> standings = new ArrayList<>();
        for (Map<String, String> block : blocks) {
            for (String standing : Resources.list(text(block, "communities"), ",")) {
                List<String> parts = Resources.list(standing, " ");
                standings.add(new Standing(text(block, "user"), parts.get(0), parts.get(1)));
            }
        }
        return standings;
    }

    /** How many people the account follows. */
    int follows(String userName) {
        return blocks.stream()
                .filter(block -> text(block, "user").equals(userName))
                .mapToInt(block -> Integer.parseInt(text(block, "follows")))
                .sum();
    }

    private Person person(int number, Map<String, String> block) {
        return new Person(
                externalId(block),
                text(block, "user"),
                text(block, "given"),
                text(block, "family"),
                text(block, "department"),
                text(block, "title"),
                Integer.toString(90_000 + number),
                place(block),
                null,
                false,
                ACTIVITY);
    }

    private Line.Profile profile(Map<String, String> block) {
        return new Line.Profile(
                externalId(block),
                text(block, "user"),
                text(block, "headline"),
                place(block).name(),
                place(block).zone().getId(),
                place(block).languages(),
                Resources.list(text(block, "skills"), ";").stream()
                        .map(Accounts::skill)
                        .toList(),
                Resources.list(text(block, "interests"), ","),
                text(block, "ask"),
                text(block, "learning"),
                text(block, "purpose"));
    }

    private static Line.Skill skill(String text) {
        int space = text.lastIndexOf(' ');
        return new Line.Skill(text.substring(0, space), text.substring(space + 1));
    }

    private String externalId(Map<String, String> block) {
        return prefix + "-account-" + text(block, "user");
    }

    private Place place(Map<String, String> block) {
        return Objects.requireNonNull(places.get(text(block, "place")));
    }

    private static String text(Map<String, String> block, String key) {
        return Objects.requireNonNull(block.get(key), key);
    }

    /** In which community an account has which role. */
    record Standing(String userName, String community, String role) {}
}
