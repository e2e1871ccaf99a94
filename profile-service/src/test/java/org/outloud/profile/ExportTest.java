package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.ExportPart;
import org.outloud.contracts.event.ExportRequested;
import org.outloud.platform.privacy.Sealed;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Everything about oneself, for oneself. */
@ServiceTest
class ExportTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    @Test
    void everythingIsInOneArchiveForItsOwnerAlone() throws IOException {
        Someone ada = Someone.named("ada");
        Someone bo = Someone.named("bo");
        ada.id(web);
        ada.edits(web, "{\"headline\": \"<b>Interfaces</b>\"}");
        ada.puts(web, "/api/v1/people/" + bo.id(web) + "/follow");
        Hr.on(web).groups("Interface guild", ada.id(web));
        JsonNode begun = Someone.body(ada.asks(web, HttpMethod.POST, "/api/v1/me/export")
                .expectStatus()
                .isAccepted());
        String id = begun.get("id").stringValue();
        assertThat(begun.get("state").stringValue()).isEqualTo("gathering");
        ada.refused(web, HttpMethod.GET, "/api/v1/exports/" + id + "/file").isEqualTo(409);

        answers(id, "feed-service", "{\"posts\": [{\"body\": \"What I said\"}]}");
        answers(id, "community-service", "{\"memberships\": []}");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> ada.gets(web, "/api/v1/exports/" + id)
                        .get("state")
                        .stringValue()
                        .equals("ready"));

        Map<String, String> files = fetch(ada, id);
        assertThat(files)
                .containsOnlyKeys(
                        "index.html",
                        "profile.json",
                        "photo.json",
                        "follows.json",
                        "followers.json",
                        "mutes.json",
                        "blocks.json",
                        "groups.json",
                        "audit.json",
                        "posts.json",
                        "memberships.json");
        assertThat(files.get("profile.json")).contains("<b>Interfaces</b>").contains(ada.userName());
        assertThat(files.get("groups.json")).contains("Interface guild");
        assertThat(files.get("posts.json")).contains("What I said");
        assertThat(files.get("index.html"))
                .contains("&lt;b&gt;Interfaces&lt;/b&gt;")
                .contains("What I said");
        JsonNode listed = ada.gets(web, "/api/v1/me/export").get("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/id").stringValue()).isEqualTo(id);
        assertThat(listed.at("/0/state").stringValue()).isEqualTo("ready");
        assertThat(bo.gets(web, "/api/v1/me/export").get("items")).isEmpty();
        bo.refused(web, HttpMethod.GET, "/api/v1/exports/" + id).isNotFound();
        bo.refused(web, HttpMethod.GET, "/api/v1/exports/" + id + "/file").isNotFound();
    }

    private void answers(String id, String service, String json) {
        ExportRequested asked = topics.await(ExportRequested.class, id, 1).get(0);
        Sealed sealed = Sealed.of(json.getBytes(StandardCharsets.UTF_8), asked.publicKey());
        List<String> pieces = sealed.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            topics.publish(new ExportPart(
                    UUID.fromString(id), service, i, pieces.size(), sealed.key(), pieces.get(i), Instant.now()));
        }
    }

    private Map<String, String> fetch(Someone owner, String id) throws IOException {
        byte[] archive = owner.asks(web, HttpMethod.GET, "/api/v1/exports/" + id + "/file")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Objects.requireNonNull(archive)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
