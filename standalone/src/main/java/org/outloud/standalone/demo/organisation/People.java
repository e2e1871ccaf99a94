package org.outloud.standalone.demo.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.outloud.standalone.demo.source.Chance;

/** Turns the numbers of the data set into people with names, titles and places. */
final class People {

    /** The department everyone exchanges letters with: its head leads the organisation. */
    private static final int MANAGEMENT = 36;

    private static final double READS_ONLY = 0.38;
    private static final double NEW = 0.09;

    private final Map<Integer, Department> departments = new HashMap<>();
    private final List<Place> places = Place.read();
    private final Chance chance = Chance.named("people");
    private final String prefix;

    People(String prefix) {
        this.prefix = prefix;
        Department.read().forEach(department -> departments.put(department.number(), department));
    }

    List<Person> of(EmailNetwork network, List<String> takenUserNames) {
        Names names = new Names(chance, takenUserNames);
        Map<Integer, Integer> heads = heads(network);
        List<Person> people = new ArrayList<>();
        for (int number = 0; number < network.departments().size(); number++) {
            Department department = department(network.departments().get(number));
            Place place = place(department);
            Names.Name name = names.next(place);
            boolean head = heads.containsValue(number);
            boolean newcomer = chance.in(NEW) && !head;
            people.add(new Person(
                    prefix + "-person-" + number,
                    names.userName(name),
                    name.given(),
                    name.family(),
                    department.name(),
                    title(department, head),
                    Integer.toString(10_000 + number),
                    place,
                    null,
                    newcomer,
                    activity(newcomer)));
        }
        return withManagers(people, network, heads);
    }

    /** The best connected of each department. */
    private static Map<Integer, Integer> heads(EmailNetwork network) {
        List<Integer> degrees = IntStream.range(0, network.departments().size())
                .map(network::degree)
                .boxed()
                .toList();
        Map<Integer, Integer> heads = new HashMap<>();
        for (int number = 0; number < degrees.size(); number++) {
            int candidate = number;
            heads.merge(
                    network.departments().get(number),
                    candidate,
                    (head, other) -> degrees.get(other) > degrees.get(head) ? other : head);
        }
        return heads;
    }

    private static List<Person> withManagers(List<Person> people, EmailNetwork network, Map<Integer, Integer> heads) {
        Integer top = heads.get(MANAGEMENT);
        List<Person> managed = new ArrayList<>();
        for (int number = 0; number < people.size(); number++) {
            boolean leads = heads.containsValue(number);
            Integer manager = leads ? top : heads.get(network.departments().get(number));
            Person person = people.get(number);
            managed.add(
                    manager == null || manager == number
                            ? person
                            : person.under(people.get(manager).userName()));
        }
        return managed;
    }

    private String title(Department department, boolean head) {
        List<String> titles = department.titles();
        return head || titles.size() == 1 ? titles.get(0) : chance.oneOf(titles.subList(1, titles.size()));
    }

    private Place place(Department department) {
        Place drawn = chance.weighted(places, Place::share);
        boolean halfOfService = department.name().equals("Field Service") && chance.in(0.4);
        String fixed = halfOfService ? "Jena" : department.place();
        return places.stream()
                .filter(place -> place.name().equals(fixed))
                .findFirst()
                .orElse(drawn);
    }

    private double activity(boolean newcomer) {
        double much = chance.skewed();
        return chance.in(READS_ONLY) && !newcomer ? 0 : much;
    }

    private Department department(int number) {
        Department department = departments.get(number);
        if (department == null) {
            throw new IllegalStateException("No name for department " + number);
        }
        return department;
    }
}
