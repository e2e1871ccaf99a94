package org.outloud.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the alerting rules and the dashboard ask for, held against what a service exposes. */
public final class Watched {

    public static final Path FOLDER = Path.of("../deploy/observability");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\w|\\s*\\()");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)(=~?)\"([^\"]*)\"");
    /** What the watcher itself knows. */
    private static final Set<String> WATCHERS_OWN = Set.of("up", "probe_success");
    /** Told by the watcher, or there only when something fails. */
    private static final Set<String> LABELS_OF_OTHERS = Set.of("job", "instance", "status");

    private Watched() {}

    /** The rules, recording and alerting. */
    public static List<JsonNode> rules() {
        JsonNode file = YAML.readTree(read("rules/outloud.yml"));
        return file.get("groups")
                .valueStream()
                .flatMap(group -> group.get("rules").valueStream())
                .toList();
    }

    /** The tests of the rules. */
    public static JsonNode testsOfRules() {
        return YAML.readTree(read("rules/outloud-test.yml"));
    }

    /** What is asked for in vain; empty when all of it is exposed. */
    public static List<String> missingFrom(String exposition) {
        Map<String, List<Map<String, String>>> series = exposition
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.groupingBy(
                        line -> line.split("[{ ]", 2)[0],
                        TreeMap::new,
                        Collectors.mapping(Watched::labels, Collectors.toList())));
        Set<String> recorded =
                rules().stream().map(rule -> rule.path("record").asString("")).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (String expression : expressions()) {
            names(expression).stream()
                    .filter(name ->
                            !recorded.contains(name) && !WATCHERS_OWN.contains(name) && !series.containsKey(name))
                    .forEach(missing::add);
            Matcher selector = SELECTOR.matcher(expression);
            while (selector.find()) {
                Map<String, Pattern> asked = matchers(selector.group(2));
                boolean found = WATCHERS_OWN.contains(selector.group(1))
                        || series.getOrDefault(selector.group(1), List.of()).stream()
                                .anyMatch(labels -> asked.entrySet().stream()
                                        .allMatch(label -> label.getValue()
                                                .matcher(labels.getOrDefault(label.getKey(), ""))
                                                .matches()));
                if (!found) {
                    missing.add(selector.group());
                }
            }
        }
        return List.copyOf(missing);
    }

    private static List<String> expressions() {
        JsonNode dashboard = JsonMapper.shared().readTree(read("grafana/dashboards/outloud.json"));
        Stream<String> shown = dashboard
                .get("panels")
                .valueStream()
                .flatMap(panel -> panel.get("targets").valueStream())
                .map(target -> target.get("expr").stringValue());
        return Stream.concat(rules().stream().map(rule -> rule.get("expr").stringValue()), shown)
                .toList();
    }

    /** The words of an expression that are neither labels, functions, operators nor durations. */
    private static List<String> names(String expression) {
        String bare = expression
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\bby \\([^)]*\\)", "")
                .replaceAll("\\b(and|or|unless)\\b", " ");
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    private static Map<String, Pattern> matchers(String selector) {
        Map<String, Pattern> matchers = new TreeMap<>();
        Matcher label = LABEL.matcher(selector);
        while (label.find()) {
            if (!LABELS_OF_OTHERS.contains(label.group(1))) {
                String value = label.group(2).equals("=") ? Pattern.quote(label.group(3)) : label.group(3);
                matchers.put(label.group(1), Pattern.compile(value));
            }
        }
        return matchers;
    }

    private static Map<String, String> labels(String line) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(line);
        while (label.find()) {
            labels.put(label.group(1), label.group(3));
        }
        return labels;
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
