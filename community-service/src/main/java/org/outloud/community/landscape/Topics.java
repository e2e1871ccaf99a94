package org.outloud.community.landscape;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jgrapht.Graph;
import org.jgrapht.alg.clustering.LabelPropagationClustering;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/**
 * Topics in what people say: stems that stand together more often than chance would have it are edges of a graph, and label
 * propagation parts the graph into topics. Words that go with everything have no edges, and so no part in any topic.
 */
final class Topics {

    /** More stems than these are not compared with each other: the table of pairs grows with their square. */
    private static final int MOST_STEMS = 4_000;

    private static final int FEWEST_PLAIN_WORDS = 3;
    private static final long SEED = 20_261;

    private final Method method;
    private final List<Spoken> posts;
    private final Map<String, Use> uses;
    private final List<String> stems;

    /** How a stem is used: by whom, in how many posts, and by whom as a tag. */
    private static final class Use {
        final Set<UUID> people = new HashSet<>();
        final Set<UUID> tagging = new HashSet<>();
        final Map<String, Integer> words = new HashMap<>();
        int posts;

        String word() {
            return words.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .orElseThrow()
                    .getKey();
        }

        boolean isTag() {
            return tagging.size() > 1;
        }
    }

    /** A topic, with the posts that speak of it. */
    record Topic(
            List<String> stems, List<String> words, String label, List<Spoken> posts, Map<String, Integer> people) {}

    private Topics(Method method, List<Spoken> posts) {
        this.method = method;
        this.posts = posts;
        this.uses = uses(posts);
        this.stems = uses.entrySet().stream()
                .filter(use -> speaks(use.getValue()))
                .sorted(Comparator.comparingInt((Map.Entry<String, Use> use) ->
                                -use.getValue().people.size())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_STEMS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The topics of posts that enough people speak of. */
    static List<Topic> in(List<Spoken> posts, Method method) {
        return new Topics(method, posts).topics();
    }

    private boolean speaks(Use use) {
        return use.people.size() >= method.leastPeople()
                && (use.isTag() || use.posts <= method.largestShare() * posts.size());
    }

    private List<Topic> topics() {
        if (stems.isEmpty()) {
            return List.of();
        }
        List<Set<String>> clusters = new LabelPropagationClustering<>(graph(), 0, new Random(SEED))
                .getClustering()
                .getClusters();
        return clusters.stream()
                .filter(this::isTopic)
                .map(this::topic)
                .filter(topic -> people(topic.posts()) >= method.leastPeople())
                .toList();
    }

    private boolean isTopic(Set<String> cluster) {
        if (cluster.size() == 1) {
            Use alone = use(cluster.iterator().next());
            return alone.isTag() && alone.posts <= method.mostAlone();
        }
        return cluster.size() >= FEWEST_PLAIN_WORDS
                || cluster.stream().anyMatch(stem -> use(stem).isTag());
    }

    /** A post speaks of a topic when it has one of its tags, or two of its words. */
    private Topic topic(Set<String> cluster) {
        List<String> ordered = cluster.stream()
                .sorted(Comparator.comparing((String stem) -> !use(stem).isTag())
                        .thenComparing(stem -> -use(stem).people.size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Spoken> about =
                posts.stream().filter(post -> speaksOf(post, cluster)).toList();
        Map<String, Integer> people = new LinkedHashMap<>();
        ordered.forEach(stem -> people.put(stem, use(stem).people.size()));
        List<String> words = ordered.stream().map(stem -> use(stem).word()).toList();
        String label = use(ordered.get(0)).isTag() ? words.get(0) : words.get(0) + " " + words.get(1);
        return new Topic(ordered, words, label, about, people);
    }

    private boolean speaksOf(Spoken post, Set<String> cluster) {
        int words = 0;
        for (String stem : post.stems()) {
            if (cluster.contains(stem)) {
                if (use(stem).isTag()) {
                    return true;
                }
                words++;
            }
        }
        return words > 1;
    }

    private Graph<String, DefaultEdge> graph() {
        Graph<String, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        stems.forEach(graph::addVertex);
        int[][] together = together();
        for (int one = 0; one < stems.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (belongTogether(one, other, together[one][other])) {
                    graph.addEdge(stems.get(one), stems.get(other));
                }
            }
        }
        return graph;
    }

    /** How many posts have both stems, for each pair; the second index is the smaller. */
    private int[][] together() {
        Map<String, Integer> places = new HashMap<>();
        stems.forEach(stem -> places.put(stem, places.size()));
        int[][] together = new int[stems.size()][];
        Arrays.setAll(together, int[]::new);
        for (Spoken post : posts) {
            int[] said = post.stems().stream()
                    .filter(places::containsKey)
                    .mapToInt(places::get)
                    .sorted()
                    .toArray();
            for (int larger = 1; larger < said.length; larger++) {
                for (int smaller = 0; smaller < larger; smaller++) {
                    together[said[larger]][said[smaller]]++;
                }
            }
        }
        return together;
    }

    private boolean belongTogether(int one, int other, int both) {
        if (both < method.leastTogether()) {
            return false;
        }
        double all = posts.size();
        double chance = (use(stems.get(one)).posts / all) * (use(stems.get(other)).posts / all);
        double share = both / all;
        return share >= 1 || Math.log(share / chance) / -Math.log(share) >= method.leastBond();
    }

    private Use use(String stem) {
        return java.util.Objects.requireNonNull(uses.get(stem));
    }

    static int people(Collection<Spoken> posts) {
        return (int) posts.stream().map(Spoken::author).distinct().count();
    }

    private static Map<String, Use> uses(List<Spoken> posts) {
        Map<String, Use> uses = new HashMap<>();
        for (Spoken post : posts) {
            for (int i = 0; i < post.stems().size(); i++) {
                Use use = uses.computeIfAbsent(post.stems().get(i), stem -> new Use());
                use.people.add(post.author());
                use.posts++;
                use.words.merge(post.words().get(i), 1, Integer::sum);
                if (post.tags().contains(post.stems().get(i))) {
                    use.tagging.add(post.author());
                }
            }
        }
        return uses;
    }
}
