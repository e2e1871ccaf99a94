package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Pictures and files: whoever reads the post has them, nobody else, and nothing in them does harm. */
@ServiceTest
@Import(Organisation.class)
class AttachmentsTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    Someone ada;
    Someone bo;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
    }

    @Test
    void aPictureIsWrittenAnewAndShownWithItsPost() throws IOException {
        byte[] jpeg = jpeg(3000, 1000);
        JsonNode sent = sends(ada, "../holiday/IMG 1.jpg", withExif(jpeg, "48.2082N 16.3738E"));

        assertThat(sent.get("kind").stringValue()).isEqualTo("picture");
        assertThat(sent.get("name").stringValue()).isEqualTo("IMG 1.jpg");
        assertThat(sent.get("width").intValue()).isEqualTo(2048);
        JsonNode post = posts(ada, Map.of("id", sent.get("id").stringValue(), "description", "A long table"));
        JsonNode shown =
                bo.gets(web, "/api/v1/posts/" + post.get("id").stringValue()).at("/attachments/0");
        assertThat(shown.get("description").stringValue()).isEqualTo("A long table");
        EntityExchangeResult<byte[]> whole = gets(bo, shown.get("url").stringValue());
        assertThat(whole.getResponseHeaders().getContentType()).isEqualTo(MediaType.IMAGE_JPEG);
        assertThat(new String(content(whole), StandardCharsets.ISO_8859_1)).doesNotContain("48.2082N", "Exif");
        BufferedImage preview = ImageIO.read(
                new ByteArrayInputStream(content(gets(bo, shown.get("url").stringValue() + "?size=preview"))));
        assertThat(preview.getWidth()).isEqualTo(720);
        assertThat(preview.getHeight()).isEqualTo(240);
    }

    @Test
    void whatOnlyCallsItselfAPictureIsHandedOutAndNeverShown() throws IOException {
        JsonNode sent = sends(ada, "a\u202Egnp.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertThat(sent.get("kind").stringValue()).isEqualTo("file");
        assertThat(sent.get("name").stringValue()).isEqualTo("agnp.html");

        EntityExchangeResult<byte[]> served = gets(ada, sent.get("url").stringValue());

        HttpHeaders headers = served.getResponseHeaders();
        assertThat(headers.getContentType()).isEqualTo(MediaType.APPLICATION_OCTET_STREAM);
        assertThat(headers.getContentDisposition().isAttachment()).isTrue();
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void whoMayNotReadThePostHasNothingOfIt() throws IOException {
        CommunityId closed = organisation.community("closed");
        organisation.member(closed, ada, "member");
        JsonNode sent = sends(ada, "plan.pdf", "%PDF".getBytes(StandardCharsets.UTF_8));
        String url = sent.get("url").stringValue();
        assertThat(bo.status(web, url)).isEqualTo(404);
        JsonNode post = ada.posts(
                web,
                Map.of(
                        "kind",
                        "plain",
                        "body",
                        "The plan",
                        "attachments",
                        List.of(Map.of("id", sent.get("id").stringValue())),
                        "audience",
                        Map.of("type", "community", "communityId", closed.toString())));

        assertThat(ada.status(web, url)).isEqualTo(200);
        assertThat(bo.status(web, url)).isEqualTo(404);
        organisation.member(closed, bo, "member");
        String tag = Objects.requireNonNull(gets(bo, url).getResponseHeaders().getETag());
        bo.on(web)
                .get()
                .uri(url)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
        organisation.member(closed, bo, null);
        bo.on(web)
                .get()
                .uri(url)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotFound();
        ada.on(web)
                .delete()
                .uri("/api/v1/posts/" + post.get("id").stringValue())
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(ada.status(web, url)).isEqualTo(404);
    }

    @Test
    void eachBelongsToOnePostOfItsSender() throws IOException {
        String mine = sends(ada, "one.txt", new byte[] {'1'}).get("id").stringValue();
        refuses(bo, mine);
        refuses(ada, UUID.randomUUID().toString());
        posts(ada, Map.of("id", mine));
        refuses(ada, mine);
        ada.on(web)
                .delete()
                .uri("/api/v1/attachments/" + mine)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(bo.status(web, "/api/v1/attachments/" + mine)).isEqualTo(200);
        String unused = sends(ada, "two.txt", new byte[] {'2'}).get("id").stringValue();
        ada.on(web)
                .delete()
                .uri("/api/v1/attachments/" + unused)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(ada.status(web, "/api/v1/attachments/" + unused)).isEqualTo(404);
    }

    @Test
    void whatIsEmptyTooLongOrBrokenIsRefused() throws IOException {
        assertThat(send(ada, "empty.txt", new byte[0]).getStatus().value()).isEqualTo(400);
        assertThat(send(ada, "long.bin", new byte[10 * 1024 * 1024 + 1])
                        .getStatus()
                        .value())
                .isEqualTo(413);
        assertThat(send(ada, "/", new byte[] {'1'}).getStatus().value()).isEqualTo(400);
        byte[] cut = java.util.Arrays.copyOf(jpeg(300, 300), 40);
        assertThat(send(ada, "cut.jpg", cut).getStatus().value()).isEqualTo(400);
    }

    private JsonNode posts(Someone author, Map<String, ?> attachment) {
        return author.posts(web, Map.of("kind", "plain", "body", "Look", "attachments", List.of(attachment)));
    }

    private void refuses(Someone author, String attachment) {
        author.on(web)
                .post()
                .uri("/api/v1/posts")
                .bodyValue(Map.of("kind", "plain", "body", "Look", "attachments", List.of(Map.of("id", attachment))))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private JsonNode sends(Someone sender, String name, byte[] content) {
        EntityExchangeResult<byte[]> answer = send(sender, name, content);
        assertThat(answer.getStatus().value()).isEqualTo(201);
        return new tools.jackson.databind.json.JsonMapper().readTree(content(answer));
    }

    private EntityExchangeResult<byte[]> send(Someone sender, String name, byte[] content) {
        return sender.on(web)
                .post()
                .uri(uri -> uri.path("/api/v1/attachments")
                        .queryParam("name", "{name}")
                        .build(name))
                .contentType(MediaType.IMAGE_JPEG)
                .bodyValue(content)
                .exchange()
                .expectBody(byte[].class)
                .returnResult();
    }

    private EntityExchangeResult<byte[]> gets(Someone reader, String url) {
        return reader.on(web)
                .get()
                .uri(url)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult();
    }

    private static byte[] content(EntityExchangeResult<byte[]> result) {
        return Objects.requireNonNull(result.getResponseBody());
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.ORANGE);
        drawing.fillRect(0, 0, width, height);
        drawing.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    /** With a segment such as cameras write, behind the two bytes that begin every JPEG. */
    private static byte[] withExif(byte[] jpeg, String place) {
        byte[] words = ("Exif\0\0" + place).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (words.length + 2)});
        bytes.writeBytes(words);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }
}
