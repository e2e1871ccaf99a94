package org.outloud.standalone.demo.organisation;

import java.util.Comparator;
import java.util.List;
import org.outloud.standalone.demo.source.Resources;

/** The data set: who belongs to which department and who wrote to whom, see its README. */
record EmailNetwork(List<Integer> departments, List<Edge> edges) {

    /** The first people of the data set and what is between them, without edges from somebody to themselves. */
    static EmailNetwork of(int people) {
        List<Integer> departments = pairs("departments.txt").stream()
                .sorted(Comparator.comparing(pair -> pair[0]))
                .limit(people)
                .map(pair -> pair[1])
                .toList();
        List<Edge> edges = pairs("edges.txt").stream()
                .map(pair -> new Edge(pair[0], pair[1]))
                .filter(edge -> edge.from != edge.to && Math.max(edge.from, edge.to) < departments.size())
                .toList();
        return new EmailNetwork(departments, edges);
    }

    /** With how many letters somebody is involved. */
    int degree(int person) {
        return (int) edges.stream()
                .filter(edge -> edge.from == person || edge.to == person)
                .count();
    }

    private static List<int[]> pairs(String file) {
        return Resources.lines("email-eu-core/" + file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Resources.list(line, " "))
                .map(pair -> pair.stream().mapToInt(Integer::parseInt).toArray())
                .toList();
    }

    record Edge(int from, int to) {}
}
