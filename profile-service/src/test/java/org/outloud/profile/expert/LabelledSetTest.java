package org.outloud.profile.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many of those who know a topic are among the first three; docs/who-can-help.md tells how the set was made. */
@ServiceTest
class LabelledSetTest {

    private static final int FIRST = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    /** Who wrote the most posts and replies with the topic's words, for comparison. */
    private static final String LOUDEST = """
            select author_id from readable_evidence(:viewer)
            where said @@ :query::tsquery and author_id <> :viewer
            group by author_id order by count(*) desc, author_id limit 3
            """;

    private final List<JsonNode> told =
            lines("organisation.ndjson").stream().map(JSON::readTree).toList();

    @Autowired
    FindingExperts finding;

    @Autowired
    Experts experts;

    @Autowired
    Evidence evidence;

    @Autowired
    DatabaseClient database;

    @Test
    void thoseWhoKnowATopicAreAmongTheFirstThree() {
        database.sql("update person set active = false").then().block(PATIENCE);
        Organisation organisation = new Organisation(database, evidence);
        told.forEach(line -> tell(organisation, line));
        PersonId newcomer = organisation.person("newcomer");

        double recall = 0;
        double loudest = 0;
        List<String> report = new ArrayList<>();
        List<String> topics = lines("topics.tsv");
        for (String line : topics) {
            String[] columns = line.split("\t", -1);
            Topic topic = Topic.of(columns[2]);
            Set<String> able = columns[1].isEmpty() ? helpersIn(columns[0]) : helpersWith(columns[0], columns[1]);
            List<Expert> found = Objects.requireNonNull(
                    finding.find(topic, newcomer, FIRST, Locale.ENGLISH).block(PATIENCE));
            double share = share(organisation, organisation.idsOf(found), able);
            recall += share;
            loudest += share(organisation, loudest(topic, newcomer), able);
            report.add("%.2f  %s: %s -> %s"
                    .formatted(
                            share,
                            columns[0],
                            topic.words(),
                            found.stream()
                                    .map(expert ->
                                            organisation.nameOf(expert.person().id()) + " " + expert.score())
                                    .toList()));
        }
        System.out.printf(
                "recall@3 of who can help: %.3f over %d topics; by number of posts alone: %.3f%n",
                recall / topics.size(), topics.size(), loudest / topics.size());
        assertThat(recall / topics.size())
                .as("recall@3:%n%s", String.join("\n", report))
                .isGreaterThanOrEqualTo(0.5);
    }

    private static double share(Organisation organisation, List<PersonId> found, Set<String> able) {
        return found.stream().map(organisation::nameOf).filter(able::contains).count()
                / (double) Math.min(FIRST, able.size());
    }

    /** Those who were decided to know the field. */
    private Set<String> helpersIn(String field) {
        return told.stream()
                .filter(line -> text(line, "type").equals("person"))
                .map(line -> text(line, "id"))
                .filter(id -> id.startsWith(field + "-helper"))
                .collect(Collectors.toSet());
    }

    /** Those of them who wrote where a situation was told, in their own post or in the thread. */
    private Set<String> helpersWith(String field, String situation) {
        Set<String> threads = told.stream()
                .filter(line -> text(line, "type").equals("post"))
                .filter(line -> line.toString().contains(situation.replace("\"", "\\\"")))
                .map(line -> text(line, "id"))
                .collect(Collectors.toSet());
        Set<String> able = told.stream()
                .filter(line -> threads.contains(line.path("id").asString(""))
                        || threads.contains(line.path("root").asString("")))
                .map(line -> line.path("author").asString(""))
                .filter(author -> author.startsWith(field + "-helper"))
                .collect(Collectors.toSet());
        assertThat(able).as("helpers with %s", situation).isNotEmpty();
        return able;
    }

    private List<PersonId> loudest(Topic topic, PersonId viewer) {
        List<String> terms = Objects.requireNonNull(experts.terms(topic).block(PATIENCE));
        return Objects.requireNonNull(database.sql(LOUDEST)
                .bind("viewer", viewer.value())
                .bind("query", Topic.atLeast(Topic.relaxed(terms.size()), terms))
                .mapValue(UUID.class)
                .all()
                .map(PersonId::new)
                .collectList()
                .block(PATIENCE));
    }

    private static void tell(Organisation organisation, JsonNode line) {
        switch (text(line, "type")) {
            case "person" ->
                organisation.person(text(line, "id"), line.get("skills").toString());
            case "post" -> publish(organisation, line);
            case "comment" ->
                organisation.replies(
                        organisation.postId(text(line, "id")),
                        organisation.personId(text(line, "author")),
                        organisation.postId(text(line, "root")),
                        text(line, "body"),
                        line.get("daysAgo").intValue(),
                        List.of());
            case "thanks" ->
                organisation.thanks(
                        organisation.personId(text(line, "giver")),
                        organisation.postId(text(line, "post")),
                        text(line, "kind"));
            case "answer" ->
                organisation.accepts(
                        organisation.postId(text(line, "root")), organisation.postId(text(line, "answer")), 2);
            default -> throw new IllegalArgumentException(line.toString());
        }
    }

    private static void publish(Organisation organisation, JsonNode line) {
        PostId id = organisation.postId(text(line, "id"));
        List<String> tags = new ArrayList<>();
        line.get("tags").forEach(tag -> tags.add(tag.stringValue()));
        organisation.publish(
                id,
                text(line, "kind"),
                organisation.personId(text(line, "author")),
                id,
                null,
                "everyone",
                null,
                List.of(),
                line.path("body").asString(null),
                line.path("doing").asString(null),
                line.path("learned").asString(null),
                line.path("need").asString(null),
                tags,
                line.get("daysAgo").intValue());
    }

    private static String text(JsonNode line, String field) {
        return line.get(field).stringValue();
    }

    private static List<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LabelledSetTest.class.getResourceAsStream("/experts/" + name)),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
