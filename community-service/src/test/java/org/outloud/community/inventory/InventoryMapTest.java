package org.outloud.community.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.community.Organisation;
import org.outloud.community.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The inventory by domain, and how it grew. */
@ServiceTest
@Import(Organisation.class)
class InventoryMapTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    InventoryMap map;

    Someone learning;
    Someone other;
    String domain;

    @BeforeEach
    void people() {
        learning = organisation.someone(web, "learning", "learning");
        other = organisation.someone(web, "other");
        domain = "Domain " + Organisation.unique();
    }

    @Test
    void aDomainCountsWhatIsAliveInItHereAndElsewhere() {
        String here = other.founds(Map.of("name", "Here", "domain", domain));
        learning.put(here + "/membership", null);
        enters("Elsewhere", "maturing");
        enters("Gone", "closed");

        JsonNode found = domainOf(other);
        assertThat(found.get("entries").intValue()).isEqualTo(2);
        assertThat(found.get("people").intValue()).isEqualTo(2 + 40);
        assertThat(found.at("/stages/maturing").intValue()).isEqualTo(1);
        assertThat(found.at("/stages/potential").intValue()).isEqualTo(1);
    }

    @Test
    void aDayIsCountedOnceHoweverOftenItIsCountedAndWithoutSecrets() {
        int before = today("dormant");
        enters("Asleep", "dormant");
        assertThat(today("dormant")).isEqualTo(before + 1);

        String secret = other.founds(Map.of("name", "Secret", "domain", domain, "visibility", "secret"));
        learning.patch(secret.replace("communities", "inventory"), Map.of("stage", "dormant"));
        other.patch(secret.replace("communities", "inventory"), Map.of("stage", "dormant"));
        assertThat(today("dormant")).isEqualTo(before + 1);
        assertThat(organisation.count(
                        "select count(*) from inventory_day where day = (now() at time zone 'utc')::date", Map.of()))
                .isEqualTo(Stage.values().length);
    }

    private void enters(String name, String stage) {
        learning.post(
                "/api/v1/inventory",
                Map.of("name", name, "domain", domain, "host", "Chat", "stage", stage, "size", 40));
    }

    private int today(String stage) {
        map.count().block(Duration.ofSeconds(30));
        List<JsonNode> days = list(other.get("/api/v1/inventory/map").body().get("days"));
        return days.get(days.size() - 1).at("/stages/" + stage).intValue();
    }

    private JsonNode domainOf(Someone viewer) {
        return list(viewer.get("/api/v1/inventory/map").body().get("domains")).stream()
                .filter(each ->
                        domain.equals(Objects.requireNonNull(each.get("domain")).asString("")))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> list(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
