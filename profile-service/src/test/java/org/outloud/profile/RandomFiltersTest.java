package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.profile.scim.query.ScimAttributes;
import org.outloud.profile.scim.query.ScimFilter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * PostgreSQL finds by a filter whom the library finds in memory. The filters are random; run a seed again with
 * {@code -Doutloud.filters.seed=}.
 */
@ServiceTest
class RandomFiltersTest {

    private static final int PEOPLE = 300;
    private static final int FILTERS = 10_000;

    @Autowired
    WebTestClient web;

    @Autowired
    DatabaseClient database;

    @Test
    void sqlFindsWhomTheLibraryFindsInMemory() {
        long seed = Long.getLong("outloud.filters.seed", System.nanoTime());
        RandomUsers random = new RandomUsers(new Random(seed));
        Map<String, ObjectNode> people = people(random);
        UUID[] ids = people.keySet().stream().map(UUID::fromString).toArray(UUID[]::new);
        RandomFilters filters = new RandomFilters(new Random(seed), List.copyOf(people.values()));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < FILTERS; i++) {
            texts.add(filters.next());
        }
        List<String> differences = Flux.fromIterable(texts)
                .flatMap(text -> found(text, ids).map(found -> difference(text, found, people)), 8)
                .filter(difference -> !difference.isEmpty())
                .collectList()
                .block(Duration.ofMinutes(5));
        assertThat(differences).as("seed " + seed).isEmpty();
        assertThat(filters.meaningful(texts, people.values()))
                .as("seed " + seed)
                .isGreaterThan(FILTERS / 3);
    }

    private Map<String, ObjectNode> people(RandomUsers random) {
        Hr hr = Hr.on(web);
        String mark = "rf" + UUID.randomUUID().toString().substring(0, 8);
        List<String> operations = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            operations.add(Bulk.post("/Users", String.valueOf(i), random.next(mark, i)));
        }
        Bulk.runsAll(hr, operations)
                .forEach(answer -> assertThat(answer.get("status").stringValue())
                        .as(answer.toString())
                        .isEqualTo("201"));
        JsonNode list = Someone.body(hr.pages("userName co \"" + mark + "\"", "count=500"));
        Map<String, ObjectNode> people = new HashMap<>();
        for (JsonNode person : list.get("Resources")) {
            people.put(person.get("id").stringValue(), (ObjectNode)
                    JsonUtils.getObjectReader().readTree(person.toString()));
        }
        assertThat(people).hasSize(PEOPLE);
        return people;
    }

    private Mono<Set<String>> found(String text, UUID[] ids) {
        return Mono.fromCallable(() -> ScimFilter.of(text, ScimAttributes.USER))
                .flatMap(filter -> database.sql(
                                "select p.id from person p where p.id = any(:mine) and " + filter.condition())
                        .bindValues(filter.values())
                        .bind("mine", ids)
                        .mapValue(UUID.class)
                        .all()
                        .map(UUID::toString)
                        .collect(Collectors.<String>toSet()))
                .onErrorMap(thrown -> new AssertionError(text, thrown));
    }

    private static String difference(String text, Set<String> found, Map<String, ObjectNode> people) {
        Set<String> expected = new TreeSet<>();
        people.forEach((id, person) -> {
            if (evaluate(text, person)) {
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
        return "%s: missed %d, surplus %d, such as %s".formatted(text, missed.size(), surplus.size(), people.get(one));
    }

    static boolean evaluate(String text, ObjectNode person) {
        try {
            return Filter.fromString(text).visit(new AsTheSchemaHasIt(), person);
        } catch (ScimException e) {
            throw new AssertionError(text, e);
        }
    }

    /** Which attributes are compared letter by letter. */
    private static final class AsTheSchemaHasIt extends FilterEvaluator {

        private static final Set<String> EXACT = Set.of("externalid", "meta.version", "meta.location");

        @Override
        protected @Nullable AttributeDefinition getAttributeDefinition(@Nullable Path path) {
            return path != null && EXACT.contains(path.toString().toLowerCase(java.util.Locale.ROOT))
                    ? new AttributeDefinition.Builder()
                            .setName("exact")
                            .setType(AttributeDefinition.Type.STRING)
                            .setCaseExact(true)
                            .build()
                    : null;
        }
    }
}
