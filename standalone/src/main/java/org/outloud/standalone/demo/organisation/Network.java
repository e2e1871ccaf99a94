package org.outloud.standalone.demo.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.outloud.standalone.demo.source.Chance;

/** Who follows whom: the data set's edges among its people, and a few more for the demo accounts. */
final class Network {

    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, List<Person>> followers = new HashMap<>();
    private final Map<String, List<Person>> followed = new HashMap<>();
    private final List<Line.Follow> follows = new ArrayList<>();
    private final List<Line.Follow> accountFollows = new ArrayList<>();

    Network(List<Person> numbered, EmailNetwork letters, List<Person> accounts, Accounts about) {
        numbered.forEach(person -> people.put(person.userName(), person));
        accounts.forEach(account -> people.put(account.userName(), account));
        for (EmailNetwork.Edge edge : letters.edges()) {
            follows.add(follow(numbered.get(edge.from()), numbered.get(edge.to())));
        }
        accountFollows.addAll(accountFollows(numbered, accounts, about));
    }

    private List<Line.Follow> accountFollows(List<Person> numbered, List<Person> accounts, Accounts about) {
        Chance chance = Chance.named("accounts");
        List<Person> writing =
                numbered.stream().filter(person -> person.activity() > 0.8).toList();
        Set<Line.Follow> made = new HashSet<>();
        List<Line.Follow> inOrder = new ArrayList<>();
        for (Person account : accounts) {
            for (Person other : chance.some(writing, about.follows(account.userName()))) {
                keep(account, other, made, inOrder);
                if (chance.in(0.5)) {
                    keep(other, account, made, inOrder);
                }
            }
        }
        for (int i = 0; i + 1 < accounts.size(); i++) {
            keep(accounts.get(i), accounts.get(i + 1), made, inOrder);
            keep(accounts.get(i + 1), accounts.get(i), made, inOrder);
        }
        return inOrder;
    }

    private void keep(Person from, Person to, Set<Line.Follow> made, List<Line.Follow> inOrder) {
        Line.Follow follow = new Line.Follow(from.userName(), to.userName());
        if (made.add(follow)) {
            inOrder.add(follow(from, to));
        }
    }

    private Line.Follow follow(Person from, Person to) {
        followers.computeIfAbsent(to.userName(), key -> new ArrayList<>()).add(from);
        followed.computeIfAbsent(from.userName(), key -> new ArrayList<>()).add(to);
        return new Line.Follow(from.userName(), to.userName());
    }

    List<Line.Follow> follows() {
        return List.copyOf(follows);
    }

    List<Line.Follow> accountFollows() {
        return List.copyOf(accountFollows);
    }

    List<Person> followers(Person person) {
        return followers.getOrDefault(person.userName(), List.of());
    }

    List<Person> followed(Person person) {
        return followed.getOrDefault(person.userName(), List.of());
    }

    Person person(String userName) {
        Person person = people.get(userName);
        if (person == null) {
            throw new IllegalStateException("Nobody is called " + userName);
        }
        return person;
    }
}
