package org.outloud.standalone.demo.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.outloud.standalone.demo.source.Chance;

/** Who may read a thread, and who of them is likely to say something. */
final class Readers {

    private static final int TRIES = 30;

    private final List<Person> people;
    private final Network network;
    private final Map<String, List<Person>> byDepartment = new HashMap<>();

    Readers(List<Person> people, Network network) {
        this.people = people;
        this.network = network;
        people.forEach(person -> byDepartment
                .computeIfAbsent(person.department(), key -> new ArrayList<>())
                .add(person));
    }

    /** Somebody whose work it is; null if nobody can read it. */
    @Nullable
    Person helper(Talk talk, Chance chance) {
        return draw(talk, chance, 0.2);
    }

    /** Mostly somebody who follows the author or is in the community; null if nobody can read it. */
    @Nullable
    Person other(Talk talk, Chance chance) {
        return draw(talk, chance, 0.7);
    }

    private @Nullable Person draw(Talk talk, Chance chance, double near) {
        for (int i = 0; i < TRIES; i++) {
            List<Person> pool = chance.in(near) ? near(talk, chance) : concerned(talk, chance);
            if (!pool.isEmpty()) {
                Person person = moreActive(chance.oneOf(pool), chance.oneOf(pool));
                if (!person.equals(talk.author) && mayRead(talk, person) && speaksItsLanguage(talk, person)) {
                    return person;
                }
            }
        }
        return null;
    }

    private List<Person> near(Talk talk, Chance chance) {
        if (talk.circle != null && (!talk.circle.isOpen() || chance.in(0.45))) {
            return talk.circle.roles().keySet().stream().map(network::person).toList();
        }
        return network.followers(talk.author);
    }

    private List<Person> concerned(Talk talk, Chance chance) {
        List<String> departments = talk.topic.departments();
        return departments.isEmpty() ? people : byDepartment.getOrDefault(chance.oneOf(departments), List.of());
    }

    private boolean mayRead(Talk talk, Person person) {
        if (talk.circle != null) {
            return talk.circle.mayRead(person);
        }
        Line.Audience audience = talk.post.audience();
        boolean everyone = audience == null || audience.type().equals("everyone");
        return everyone || network.followers(talk.author).contains(person);
    }

    private static boolean speaksItsLanguage(Talk talk, Person person) {
        return !talk.topic.isGerman() || person.speaksGerman();
    }

    private static Person moreActive(Person one, Person other) {
        return one.activity() >= other.activity() ? one : other;
    }
}
