package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.ErasureConfirmed;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.contracts.event.PersonErased;
import org.outloud.platform.security.Subjects;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A person is forgotten; communities go on without them. */
@ServiceTest
@Import(Organisation.class)
class ErasureTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    @Test
    void nobodyByThatNameTakesPartOrAnswersForAnything() {
        Someone gone = organisation.someone(web, "gone");
        Someone other = organisation.someone(web, "other");
        Someone learning = organisation.someone(web, "learning", "learning");
        String community = other.founds("Talk " + Organisation.unique(), "open");
        gone.put(community + "/membership", null);
        assertThat(gone.put(community + "/norms/seen", null).status()).isEqualTo(204);
        String entry = learning.post(
                        "/api/v1/inventory",
                        Map.of(
                                "name",
                                "List " + Organisation.unique(),
                                "host",
                                "mail",
                                "stage",
                                "maturing",
                                "stewardIds",
                                List.of(gone.id().toString())))
                .header("Location");
        assertThat(other.get(community).body().get("members").intValue()).isEqualTo(2);
        other.put(other.founds("Others", "open") + "/invitations/" + gone.id(), null);
        gone.put(community + "/invitations/" + learning.id(), Map.of("note", "It is me, " + gone.userName()));

        String page = gone.post(
                        community + "/library",
                        Map.of("title", "By " + gone.userName(), "body", "Ask @" + gone.userName() + " about it"))
                .header("Location");
        String tag = other.patch(page, Map.of("title", "A page")).header("ETag");

        UUID erasure = UUID.randomUUID();
        topics.publish(new PersonErased(
                gone.id(),
                1_000_000,
                Subjects.sealed(Tokens.subjectOf(gone.userName())),
                "former-" + erasure.toString().substring(24),
                "Former colleague",
                erasure,
                Instant.now()));
        topics.await(ErasureConfirmed.class, erasure + "/community-service", 1);

        assertThat(other.get(community).body().get("members").intValue()).isEqualTo(1);
        assertThat(other.get(community + "/members").body().get("items")).hasSize(1);
        assertThat(other.get(entry).body().get("stewards")).isEmpty();
        assertThat(organisation.count(
                        "select count(*) from norms_seen where person_id = :id",
                        Map.of("id", gone.id().value())))
                .isZero();
        assertThat(organisation.count(
                        "select count(*) from invitation where :id in (person_id, invited_by)",
                        Map.of("id", gone.id().value())))
                .isZero();
        assertThat(learning.get("/api/v1/invitations").body().at("/items/0/by").isNull())
                .isTrue();
        assertThat(other.get(page).text("/body")).startsWith("Ask @former-");
        assertThat(other.get(page).text("/authors/0/person/displayName")).isEqualTo("Former colleague");
        assertThat(other.patch(page, Map.of("body", "By " + gone.userName()), Map.of("If-Match", tag))
                        .status())
                .isEqualTo(412);
        String key = community.substring(community.lastIndexOf('/') + 1) + "/" + gone.id();
        assertThat(topics.await(MembershipChanged.class, key, 2).get(1).role()).isNull();
        for (String table : Pattern.compile(",")
                .splitAsStream(organisation.text("select string_agg(quote_ident(tablename), ',') from pg_tables"
                        + " where schemaname = 'public'"))
                .toList()) {
            assertThat(organisation.count(
                            "select count(*) from " + table + " t where lower(t::text) like :name",
                            Map.of("name", "%" + gone.userName() + "%")))
                    .as(table)
                    .isZero();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> gone.get("/api/v1/communities").status() == 403);
    }
}
