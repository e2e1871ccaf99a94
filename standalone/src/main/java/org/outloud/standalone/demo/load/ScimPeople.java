package org.outloud.standalone.demo.load;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outloud.standalone.demo.organisation.Person;
import tools.jackson.databind.JsonNode;

/** People as the HR system brings them: SCIM, several at a time, superiors before those who name them. */
final class ScimPeople {

    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final int AT_ONCE = 8;
    private static final int CONFLICT = 409;

    private final Http http;
    private final URI users;
    private final Tokens hr;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    ScimPeople(Http http, URI outloud, Tokens hr) {
        this.http = http;
        this.users = URI.create(outloud + "/scim/v2/Users");
        this.hr = hr;
    }

    Tally add(List<Person> people, Progress progress) {
        List<String> superiors = people.stream()
                .map(Person::manager)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Integer, List<Person>> ranks =
                people.stream().collect(Collectors.groupingBy(person -> rank(person, superiors)));
        AtomicInteger done = new AtomicInteger();
        Tally tally = Tally.NONE;
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int rank = 0; rank < 3; rank++) {
                tally = tally.plus(addAll(
                        ranks.getOrDefault(rank, List.of()),
                        superiors,
                        threads,
                        () -> progress.at(done.incrementAndGet())));
            }
        } finally {
            threads.shutdownNow();
        }
        return tally;
    }

    private static int rank(Person person, List<String> superiors) {
        if (person.manager() == null) {
            return 0;
        }
        return superiors.contains(person.userName()) ? 1 : 2;
    }

    private Tally addAll(List<Person> people, List<String> superiors, ExecutorService threads, Runnable oneMore) {
        List<Future<Tally>> results = new ArrayList<>();
        for (Person person : people) {
            Callable<Tally> task = () -> {
                Tally one = add(person, superiors.contains(person.userName()));
                oneMore.run();
                return one;
            };
            results.add(threads.submit(task));
        }
        Tally tally = Tally.NONE;
        for (Future<Tally> result : results) {
            tally = tally.plus(await(result));
        }
        return tally;
    }

    private Tally add(Person person, boolean superior) {
        Http.Answer answer = http.send(Http.json(users, hr.get(), "POST", "application/scim+json", resource(person)));
        if (answer.status() == CONFLICT) {
            if (superior) {
                ids.put(person.userName(), find(person));
            }
            return new Tally(0, 0, 1, List.of());
        }
        JsonNode made = answer.orFail("Adding " + person.userName()).json();
        ids.put(person.userName(), made.path("id").asString(""));
        return new Tally(1, 0, 0, List.of());
    }

    private String find(Person person) {
        String filter = "userName eq \"" + person.userName() + "\"";
        URI search = URI.create(users + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
        JsonNode found = http.send(Http.get(search, hr.get()))
                .orFail("Looking for " + person.userName())
                .json();
        return found.path("Resources").path(0).path("id").asString("");
    }

    private Map<String, Object> resource(Person person) {
        Map<String, Object> enterprise = new LinkedHashMap<>();
        enterprise.put("department", person.department());
        enterprise.put("employeeNumber", person.employeeNumber());
        String manager = idOf(person.manager());
        if (manager != null) {
            enterprise.put("manager", Map.of("value", manager));
        }
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("schemas", List.of(USER, ENTERPRISE));
        resource.put("externalId", person.externalId());
        resource.put("userName", person.userName());
        resource.put(
                "name",
                Map.of(
                        "givenName", person.givenName(),
                        "familyName", person.familyName(),
                        "formatted", person.displayName()));
        resource.put("displayName", person.displayName());
        resource.put("emails", List.of(Map.of("value", person.email(), "type", "work", "primary", true)));
        resource.put("active", true);
        resource.put("title", person.title());
        resource.put("timezone", person.place().zone().getId());
        resource.put("locale", person.place().locale());
        resource.put(ENTERPRISE, enterprise);
        return resource;
    }

    private @Nullable String idOf(@Nullable String userName) {
        String id = userName == null ? null : ids.get(userName);
        return id == null || id.isBlank() ? null : id;
    }

    private static Tally await(Future<Tally> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DemoFailure failure) {
                throw failure;
            }
            throw new DemoFailure("Adding people failed: " + e.getCause(), e);
        }
    }
}
