package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Whoever blocked somebody, or is blocked by them, meets them in no list of people here; and the guard sees to it. */
@ServiceTest
@Import(Organisation.class)
class BlocksTest {

    private static final String UNGUARDED = """
            create or replace function hidden_from(viewer uuid) returns setof uuid language sql stable as $$
              select null::uuid where false
            $$
            """;

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    Someone person;
    Someone viewer;
    Someone steward;
    Someone learning;
    String community;
    String closed;
    String entry;

    @BeforeEach
    void people() {
        person = organisation.someone(web, "person");
        viewer = organisation.someone(web, "viewer");
        steward = organisation.someone(web, "steward");
        learning = organisation.someone(web, "learning", "learning");
        community = person.founds("Talk " + Organisation.unique(), "open");
        person.gives(community, viewer, "steward");
        closed = viewer.founds("Club " + Organisation.unique(), "closed");
        person.put(closed + "/membership", null);
        entry = learning.post(
                        "/api/v1/inventory",
                        Map.of(
                                "name",
                                "List " + Organisation.unique(),
                                "host",
                                "mail",
                                "stage",
                                "maturing",
                                "stewardIds",
                                List.of(person.id().toString())))
                .header("Location");
    }

    @Test
    void theBlockerAndTheBlockedDoNotMeet() {
        assertThat(met()).hasSize(6);

        organisation.blocks(viewer, person, true);
        assertThat(met()).isEmpty();
        organisation.blocks(viewer, person, false);
        assertThat(met()).hasSize(6);
        organisation.blocks(person, viewer, true);
        assertThat(met()).isEmpty();
    }

    @Test
    void outsidersMeetBoth() {
        organisation.blocks(viewer, person, true);

        assertThat(steward.get(community + "/members").body().get("items")).hasSize(2);
    }

    @Test
    void withoutTheGuardTheyWouldMeet() {
        organisation.blocks(person, viewer, true);
        String guarded = organisation.text("select pg_get_functiondef('hidden_from(uuid)'::regprocedure)");
        organisation.run(UNGUARDED, Map.of());
        try {
            assertThat(met()).hasSize(6);
        } finally {
            organisation.run(guarded, Map.of());
        }
        assertThat(met()).isEmpty();
    }

    /** Everywhere that the viewer meets the person. */
    private List<String> met() {
        List<String> met = new ArrayList<>();
        String id = person.id().toString();
        for (String path : List.of(
                community + "/members",
                closed + "/asks",
                "/api/v1/inventory/" + community.substring(community.lastIndexOf('/') + 1),
                entry,
                "/api/v1/inventory?q=" + person.userName())) {
            if (viewer.get(path).body().toString().contains(id)) {
                met.add(path);
            }
        }
        if (viewer.put(community + "/members/" + id, Map.of("role", "steward")).status() != 404) {
            met.add("giving a role");
        }
        return met;
    }
}
