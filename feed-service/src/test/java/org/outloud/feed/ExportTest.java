package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.ExportPart;
import org.outloud.contracts.event.ExportRequested;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.privacy.Sealed;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person gets who wants all that is kept here about them. */
@ServiceTest
@Import(Organisation.class)
class ExportTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    @Autowired
    JsonMapper json;

    @Test
    void whatSomebodySavedAndSaidBeforeIsTheirsAndNobodyElses() {
        Someone ada = organisation.someone("ada");
        Someone bo = organisation.someone("bo");
        String post = ada.posts(web, Map.of("kind", "plain", "body", "First words"))
                .get("id")
                .stringValue();
        ada.on(web)
                .patch()
                .uri("/api/v1/posts/" + post)
                .bodyValue(Map.of("body", "Better words"))
                .exchange()
                .expectStatus()
                .isOk();
        bo.on(web)
                .put()
                .uri("/api/v1/posts/" + post + "/saved")
                .bodyValue(Map.of("folder", "Reading", "note", "For Monday"))
                .exchange()
                .expectStatus()
                .isOk();

        organisation.run("""
                insert into sanction (id, person_id, by_id, kind, note) values (gen_random_uuid(), '%s', '%s', 'warning', 'Be kind')
                """.formatted(ada.id(), bo.id()));

        JsonNode adas = export(ada);
        JsonNode bos = export(bo);

        assertThat(adas.at("/posts/0/body").stringValue()).isEqualTo("Better words");
        assertThat(adas.at("/editions/0/body").stringValue()).isEqualTo("First words");
        assertThat(adas.get("saved")).isEmpty();
        assertThat(bos.at("/saved/0/postId").stringValue()).isEqualTo(post);
        assertThat(bos.at("/saved/0/folder").stringValue()).isEqualTo("Reading");
        assertThat(bos.at("/saved/0/note").stringValue()).isEqualTo("For Monday");
        assertThat(bos.get("editions")).isEmpty();
        assertThat(adas.at("/sanctions/0/note").stringValue()).isEqualTo("Be kind");
        assertThat(bos.get("sanctions")).isEmpty();
    }

    private JsonNode export(Someone person) {
        UUID export = UUID.randomUUID();
        KeyPair keys = Sealed.keys();
        topics.publish(new ExportRequested(
                export,
                person.id(),
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                Instant.now()));
        ExportPart part = topics.await(ExportPart.class, export.toString(), 1).get(0);
        byte[] opened = new Sealed(part.sealedKey(), List.of(part.data()))
                .open(keys.getPrivate().getEncoded());
        return json.readTree(new String(opened, StandardCharsets.UTF_8));
    }
}
