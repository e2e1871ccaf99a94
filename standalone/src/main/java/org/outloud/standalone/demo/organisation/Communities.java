package org.outloud.standalone.demo.organisation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.outloud.standalone.demo.source.Chance;
import org.outloud.standalone.demo.source.Resources;

/** The communities: forty hosted here, with members, and those elsewhere that stand in the inventory only. */
final class Communities {

    private static final double AT_HOME = 7;
    private static final double FOLLOWERS = 0.2;

    private final Chance chance = Chance.named("communities");
    private final Instant anchor;
    private final String prefix;
    private final double scale;
    private final List<Circle> circles = new ArrayList<>();
    private final List<Line.Community> elsewhere = new ArrayList<>();
    private final List<Line.Membership> memberships = new ArrayList<>();

    Communities(Instant anchor, String prefix, double scale, List<Person> people, Accounts accounts) {
        this.anchor = anchor;
        this.prefix = prefix;
        this.scale = scale;
        for (Map<String, String> block : Resources.blocks("communities.txt")) {
            circles.add(circle(block, people, accounts));
        }
        for (List<String> row : Resources.rows("elsewhere.txt")) {
            elsewhere.add(elsewhere(row, people));
        }
    }

    List<Circle> circles() {
        return List.copyOf(circles);
    }

    List<Line.Community> all() {
        List<Line.Community> all = new ArrayList<>();
        circles.forEach(circle -> all.add(circle.community()));
        all.addAll(elsewhere);
        return all;
    }

    List<Line.Membership> memberships() {
        return List.copyOf(memberships);
    }

    private Circle circle(Map<String, String> block, List<Person> people, Accounts accounts) {
        String slug = text(block, "slug");
        Map<String, String> roles = new LinkedHashMap<>();
        for (Accounts.Standing standing : accounts.standings()) {
            if (standing.community().equals(slug)) {
                roles.put(standing.userName(), standing.role());
            }
        }
        join(block, people, roles);
        Instant created = anchor.minus(Duration.ofDays(Long.parseLong(text(block, "age"))));
        String steward = steward(roles);
        roles.forEach((person, role) -> memberships.add(
                new Line.Membership(slug, person, role, person.equals(steward) ? created : since(created))));
        Line.Community community = new Line.Community(
                prefix + "-community-" + slug,
                slug,
                text(block, "name"),
                text(block, "domain"),
                text(block, "purpose"),
                text(block, "practice"),
                text(block, "rhythm"),
                text(block, "norms"),
                text(block, "visibility"),
                text(block, "stage"),
                "outloud",
                null,
                created,
                steward,
                day(Long.parseLong(text(block, "review"))),
                null,
                null);
        return new Circle(community, Resources.list(text(block, "topics"), ","), roles);
    }

    /** People of the departments it is about come first, some from anywhere else; few of them lead. */
    private void join(Map<String, String> block, List<Person> people, Map<String, String> roles) {
        String in = text(block, "in");
        List<String> departments = in.equals("*") ? List.of() : Resources.list(in, ",");
        boolean open = text(block, "visibility").equals("open");
        int size = Math.max(5, (int) Math.round(Integer.parseInt(text(block, "size")) * scale));
        int leading = size > 60 ? 3 : 2;
        boolean newcomers = text(block, "slug").equals("new-here");
        List<Person> left = new ArrayList<>(people);
        for (int i = 0; i < size && !left.isEmpty(); i++) {
            boolean leads = i < leading;
            Person person = chance.weighted(left, candidate -> weight(candidate, departments, leads, newcomers));
            left.remove(person);
            roles.put(person.userName(), role(i, leading, open));
        }
    }

    private String role(int order, int leading, boolean open) {
        if (order < leading) {
            return order == leading - 1 && leading > 2 ? "facilitator" : "steward";
        }
        return open && chance.in(FOLLOWERS) ? "follower" : "member";
    }

    private static double weight(Person person, List<String> departments, boolean leads, boolean newcomers) {
        boolean home = departments.isEmpty() || departments.contains(person.department());
        double near = home ? AT_HOME : leads ? 0 : 0.25;
        double active = 0.35 + person.activity();
        double fits = newcomers && person.newcomer() && !leads ? 12 : 1;
        return near * active * fits;
    }

    private Line.Community elsewhere(List<String> row, List<Person> people) {
        String name = row.get(0);
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String stage = row.get(5);
        boolean unstewarded = stage.equals("dormant") || stage.equals("closed") || chance.in(0.2);
        return new Line.Community(
                prefix + "-elsewhere-" + slug,
                slug,
                name,
                row.get(1),
                row.get(8),
                null,
                null,
                null,
                null,
                stage,
                row.get(2),
                row.get(3),
                anchor.minus(Duration.ofDays(chance.between(200, 1_600))),
                unstewarded ? null : chance.oneOf(people).userName(),
                day(Long.parseLong(row.get(7))),
                anchor.minus(Duration.ofDays(Long.parseLong(row.get(6)))),
                Integer.valueOf(row.get(4)));
    }

    private static @Nullable String steward(Map<String, String> roles) {
        return roles.entrySet().stream()
                .filter(role -> role.getValue().equals("steward"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private Instant since(Instant created) {
        long seconds = Duration.between(created, anchor).toSeconds();
        return created.plusSeconds((long) (chance.share() * seconds * 0.9)).truncatedTo(ChronoUnit.SECONDS);
    }

    private LocalDate day(long daysFromAnchor) {
        return anchor.atZone(ZoneOffset.UTC).toLocalDate().plusDays(daysFromAnchor);
    }

    private static String text(Map<String, String> block, String key) {
        String text = block.get(key);
        if (text == null) {
            throw new IllegalStateException("A community without " + key + ": " + block);
        }
        return text;
    }
}
