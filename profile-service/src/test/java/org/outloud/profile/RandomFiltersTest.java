package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.profile.scim.query.ScimAttributes;
import org.outloud.profile.scim.query.ScimFilter;
import org.outloud.profile.scim.schema.Scim;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * PostgreSQL finds by a filter whom the library finds in memory. The filters are random; run a seed again with
 * {@code -Doutloud.filters.seed=}.
 */
@ServiceTest
class RandomFiltersTest {

    private static final int PEOPLE = 200;
    private static final int GROUPS = 60;
    private static final int OF_USERS = 7_000;
    private static final int OF_GROUPS = 3_000;
    private static final int AT_ONCE = 25;

    @LocalServerPort
    int port;

    @Autowired
    WebTestClient web;

    @Autowired
    DatabaseClient database;

    @Test
    void sqlFindsWhomTheLibraryFindsInMemory(TestReporter reporter) {
        long seed = Long.getLong("outloud.filters.seed", 20_261_123L);
        reporter.publishEntry("seed", String.valueOf(seed));
        Random random = new Random(seed);
        RandomResources resources = new RandomResources(random);
        String mark = "rf" + UUID.randomUUID().toString().substring(0, 8);
        Hr hr = Hr.on(web);
        List<String> people = created(hr, "/Users", PEOPLE, i -> resources.user(mark, i));
        List<String> groups = created(hr, "/Groups", GROUPS, i -> resources.group(mark, i, people));
        Map<String, ObjectNode> users = users(hr, mark);
        Map<String, ObjectNode> teams = new TreeMap<>();
        groups.forEach(id -> teams.put(id, read(hr.asks(HttpMethod.GET, "/scim/v2/Groups/" + id))));
        assertThat(users.keySet()).containsExactlyInAnyOrderElementsOf(people);

        RandomFilters ofUsers = RandomFilters.ofUsers(random, users.values());
        RandomFilters ofGroups = RandomFilters.ofGroups(random, teams.values());
        assertThat(differences(ofUsers, OF_USERS, ScimAttributes.USER, "p.id", "person p", users))
                .as("seed " + seed)
                .isEmpty();
        assertThat(differences(ofGroups, OF_GROUPS, ScimAttributes.GROUP, "g.id", "hr_group g", teams))
                .as("seed " + seed)
                .isEmpty();
    }

    private static List<String> created(Hr hr, String path, int count, IntFunction<String> resource) {
        List<String> operations = IntStream.range(0, count)
                .mapToObj(i -> Bulk.post(path, String.valueOf(i), resource.apply(i)))
                .toList();
        return Bulk.runsAll(hr, operations).stream()
                .peek(answer -> assertThat(answer.get("status").stringValue())
                        .as(answer.toString())
                        .isEqualTo("201"))
                .map(answer -> answer.get("location").stringValue())
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .toList();
    }

    /** The users as clients see them, with what is shown only to those who ask for it. */
    private static Map<String, ObjectNode> users(Hr hr, String mark) {
        Map<String, ObjectNode> users = new TreeMap<>();
        for (String more : List.of("count=500", "count=500&attributes=groups")) {
            for (JsonNode user :
                    read(hr.pages("userName co \"" + mark + "\"", more)).get("Resources")) {
                users.computeIfAbsent(user.get("id").stringValue(), id -> Scim.object())
                        .setAll((ObjectNode) user);
            }
        }
        return users;
    }

    private static ObjectNode read(WebTestClient.ResponseSpec answer) {
        return (ObjectNode) JsonUtils.getObjectReader()
                .readTree(Someone.body(answer.expectStatus().isOk()).toString());
    }

    /** Whatever is found by SQL and not in memory, or the other way round; some filters must find some, but not all. */
    private List<String> differences(
            RandomFilters filters,
            int count,
            ScimAttributes attributes,
            String id,
            String table,
            Map<String, ObjectNode> resources) {
        AtomicInteger meaningful = new AtomicInteger();
        List<String> differences = Flux.range(0, count)
                .map(i -> filters.next())
                .buffer(AT_ONCE)
                .flatMap(texts -> found(texts, attributes, id, table, resources.keySet()), 4)
                .doOnNext(one ->
                        meaningful.addAndGet(!one.ids().isEmpty() && one.ids().size() < resources.size() ? 1 : 0))
                .map(one -> difference(one.filter(), one.ids(), resources))
                .filter(difference -> !difference.isEmpty())
                .collectList()
                .block(Duration.ofMinutes(5));
        assertThat(meaningful.get()).isGreaterThan(count / 3);
        return Objects.requireNonNull(differences);
    }

    /** Which resources a filter found. */
    private record Found(String filter, Set<String> ids) {}

    /** Many conditions in one statement, each answered with a digit. */
    private Flux<Found> found(
            List<String> texts, ScimAttributes attributes, String id, String table, Set<String> mine) {
        StringJoiner conditions = new StringJoiner(", ", "array_to_string(array[", "], '')");
        Map<String, Object> values = new HashMap<>();
        for (String text : texts) {
            ScimFilter filter = translated(text, attributes);
            String prefix = "of" + values.size() + "and";
            conditions.add("(" + filter.condition().replace(":filter", ":" + prefix) + ")::int");
            filter.values().forEach((name, value) -> values.put(prefix + name.substring("filter".length()), value));
        }
        UUID[] ids = mine.stream().map(UUID::fromString).toArray(UUID[]::new);
        return database.sql("select " + id + ", " + conditions + " from " + table + " where " + id + " = any(:mine)")
                .bindValues(values)
                .bind("mine", ids)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get(0, UUID.class)).toString(),
                        Objects.requireNonNull(row.get(1, String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .flatMapIterable(answers -> IntStream.range(0, texts.size())
                        .mapToObj(i -> new Found(texts.get(i), those(answers, i, texts.size())))
                        .toList())
                .onErrorMap(thrown -> new AssertionError(String.join("\n", texts), thrown));
    }

    private static Set<String> those(Map<String, String> answers, int filter, int filters) {
        return answers.entrySet().stream()
                .peek(answer -> assertThat(answer.getValue()).hasSize(filters))
                .filter(answer -> answer.getValue().charAt(filter) == '1')
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private ScimFilter translated(String text, ScimAttributes attributes) {
        try {
            return ScimFilter.of(text, attributes, "http://localhost:" + port);
        } catch (BadRequestException e) {
            throw new AssertionError(text, e);
        }
    }

    private static String difference(String text, Set<String> found, Map<String, ObjectNode> resources) {
        Set<String> expected = new TreeSet<>();
        Filter filter = parsed(text);
        resources.forEach((id, resource) -> {
            if (evaluate(filter, resource)) {
                expected.add(id);
            }
        });
        if (expected.equals(found)) {
            return "";
        }
        Set<String> missed = new TreeSet<>(expected);
        missed.removeAll(found);
        Set<String> surplus = new TreeSet<>(found);
        surplus.removeAll(expected);
        String one =
                missed.isEmpty() ? surplus.iterator().next() : missed.iterator().next();
        return "%s: missed %d, surplus %d, such as %s"
                .formatted(text, missed.size(), surplus.size(), resources.get(one));
    }

    private static Filter parsed(String text) {
        try {
            return Filter.fromString(text);
        } catch (BadRequestException e) {
            throw new AssertionError(text, e);
        }
    }

    private static boolean evaluate(Filter filter, ObjectNode resource) {
        try {
            return filter.visit(new AsTheSchemaHasIt(), resource);
        } catch (ScimException e) {
            throw new AssertionError(filter.toString(), e);
        }
    }

    /** Which attributes are compared letter by letter. */
    private static final class AsTheSchemaHasIt extends FilterEvaluator {

        private static final Set<String> EXACT = Set.of("externalid", "meta.version", "meta.location", "$ref");

        @Override
        protected @Nullable AttributeDefinition getAttributeDefinition(@Nullable Path path) {
            return path != null && EXACT.contains(path.toString().toLowerCase(Locale.ROOT))
                    ? new AttributeDefinition.Builder()
                            .setName("exact")
                            .setType(AttributeDefinition.Type.STRING)
                            .setCaseExact(true)
                            .build()
                    : null;
        }
    }
}
