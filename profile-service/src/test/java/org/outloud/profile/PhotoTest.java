package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Pictures that people put up. */
@ServiceTest
class PhotoTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    private final Someone ada = Someone.named("ada");
    private final Someone bo = Someone.named("bo");
    private String id = "";

    @BeforeEach
    void everybodyIsHere() {
        id = ada.id(web);
        bo.id(web);
    }

    @Test
    void aPictureIsCutScaledAndServedForever() throws IOException {
        String avatar = uploaded(jpeg(1200, 800));

        assertThat(avatar).startsWith("/api/v1/people/" + id + "/photo?v=");
        EntityExchangeResult<byte[]> large = serve(avatar);
        assertThat(large.getResponseHeaders().getCacheControl()).contains("immutable", "private", "max-age=31536000");
        assertThat(large.getResponseHeaders().getContentType()).isEqualTo(MediaType.IMAGE_JPEG);
        BufferedImage picture = read(large);
        assertThat(picture.getWidth()).isEqualTo(256).isEqualTo(picture.getHeight());
        assertThat(read(serve(avatar + "&size=64")).getWidth()).isEqualTo(64);
        assertThat(bo.gets(web, "/api/v1/people/" + id).get("avatar").stringValue())
                .isEqualTo(avatar);
        assertThat(topics.await(PersonChanged.class, id, 2).get(1).avatar()).isEqualTo(avatar);
    }

    @Test
    void whoHasThePictureIsNotSentItAgain() throws IOException {
        String avatar = uploaded(jpeg(300, 300));
        String tag = Objects.requireNonNull(serve(avatar).getResponseHeaders().getETag());
        web.get()
                .uri(avatar)
                .headers(headers -> headers.setBearerAuth(bo.token()))
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    @Test
    void anotherPictureHasAnotherAddressAndTheOldOneIsGone() throws IOException {
        String first = uploaded(jpeg(300, 300));
        String second = uploaded(png(300, 300, Color.RED));
        assertThat(second).isNotEqualTo(first);
        bo.refused(web, HttpMethod.GET, first).isNotFound();
        bo.refused(web, HttpMethod.GET, second).isOk();
    }

    @Test
    void aDeletedPictureIsGone() throws IOException {
        String avatar = uploaded(jpeg(300, 300));
        ada.refused(web, HttpMethod.DELETE, "/api/v1/people/" + id + "/photo").isNoContent();
        bo.refused(web, HttpMethod.GET, avatar).isNotFound();
        assertThat(ada.gets(web, "/api/v1/people/" + id).get("avatar").isNull()).isTrue();
        ada.refused(web, HttpMethod.DELETE, "/api/v1/people/" + id + "/photo").isNoContent();
    }

    @Test
    void whoDoesNotExistForTheViewerHasNoPicture() throws IOException {
        String avatar = uploaded(jpeg(300, 300));
        ada.asks(web, HttpMethod.PUT, "/api/v1/people/" + bo.id(web) + "/block")
                .expectStatus()
                .is2xxSuccessful();
        bo.refused(web, HttpMethod.GET, avatar).isNotFound();
    }

    @Test
    void anErasedPersonsPictureIsGone() throws IOException {
        String avatar = uploaded(jpeg(300, 300));
        web.post()
                .uri("/api/v1/me/erase")
                .headers(headers -> headers.setBearerAuth(ada.token()))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"userName\": \"" + ada.userName() + "\"}")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        bo.refused(web, HttpMethod.GET, avatar).isNotFound();
    }

    @Test
    void nothingButThePixelsIsKept() throws IOException {
        byte[] picture = withExif(jpeg(300, 300), 1, "48.2082N 16.3738E");
        assertThat(new String(picture, StandardCharsets.ISO_8859_1)).contains("48.2082N");
        byte[] served = Objects.requireNonNull(serve(uploaded(picture)).getResponseBody());
        assertThat(new String(served, StandardCharsets.ISO_8859_1)).doesNotContain("48.2082N", "Exif");
    }

    /** The quarter that is red in the file, and where it is on the screen. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 0", "3, 1, 1", "4, 0, 1", "5, 0, 0", "6, 1, 0", "7, 1, 1", "8, 0, 1"})
    void aPictureIsTurnedAsTheCameraWasHeld(int orientation, int right, int below) throws IOException {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, 200, 200);
        drawing.dispose();
        BufferedImage served = read(serve(uploaded(withExif(encoded(image, "jpeg"), orientation, ""))));
        for (int x = 0; x < 2; x++) {
            for (int y = 0; y < 2; y++) {
                boolean red = new Color(served.getRGB(64 + 128 * x, 64 + 128 * y)).getRed() > 128;
                assertThat(red).as("%d/%d", x, y).isEqualTo(x == right && y == below);
            }
        }
    }

    @Test
    void aSeeThroughPictureStaysSeeThrough() throws IOException {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
        EntityExchangeResult<byte[]> served = serve(uploaded(encoded(image, "png")));
        assertThat(served.getResponseHeaders().getContentType()).isEqualTo(MediaType.IMAGE_PNG);
        assertThat(new Color(read(served).getRGB(10, 10), true).getAlpha()).isZero();
    }

    @Test
    void aPictureMayComeAsAForm() throws IOException {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("photo", new ByteArrayResource(jpeg(300, 300))).filename("me.jpg");
        web.put()
                .uri("/api/v1/people/" + id + "/photo")
                .headers(headers -> headers.setBearerAuth(ada.token()))
                .bodyValue(form.build())
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void theBytesDecideWhatItIs() throws IOException {
        put("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "image/png")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("photo");
        byte[] cut = jpeg(300, 300);
        put(Arrays.copyOf(cut, 40), "image/jpeg").expectStatus().isBadRequest();
        put(new byte[0], "image/jpeg").expectStatus().isBadRequest();
        put(jpeg(8, 8), "image/jpeg").expectStatus().isBadRequest();
        put(jpeg(300, 300), "text/plain").expectStatus().isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        put(jpeg(300, 300), "image/png").expectStatus().isOk();
    }

    @Test
    void aFileThatUnfoldsIsRefusedByWhatItSaysOfItself() throws IOException {
        byte[] bomb = hollowPng(60_000, 60_000);
        assertThat(bomb.length).isLessThan(1_000_000);
        put(bomb, "image/png")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("too-large");
    }

    @Test
    void aLongFileIsRefusedBeforeItIsRead() {
        put(new byte[6 * 1024 * 1024], "image/jpeg").expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void nobodyPutsUpAPictureOfSomebodyElse() throws IOException {
        byte[] picture = jpeg(300, 300);
        web.put()
                .uri("/api/v1/people/" + id + "/photo")
                .headers(headers -> headers.setBearerAuth(bo.token()))
                .contentType(MediaType.IMAGE_JPEG)
                .bodyValue(picture)
                .exchange()
                .expectStatus()
                .isForbidden();
        bo.refused(web, HttpMethod.DELETE, "/api/v1/people/" + id + "/photo").isForbidden();
        web.get()
                .uri("/api/v1/people/" + id + "/photo")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void thereAreTwoSizes() throws IOException {
        uploaded(jpeg(300, 300));
        ada.refused(web, HttpMethod.GET, "/api/v1/people/" + id + "/photo?size=4096")
                .isBadRequest();
        ada.refused(web, HttpMethod.GET, "/api/v1/people/" + id + "/photo?size=64")
                .isOk();
    }

    private String uploaded(byte[] picture) {
        return Someone.body(put(picture, "image/jpeg").expectStatus().isOk())
                .get("avatar")
                .stringValue();
    }

    private WebTestClient.ResponseSpec put(byte[] picture, String type) {
        return web.put()
                .uri("/api/v1/people/" + id + "/photo")
                .headers(headers -> headers.setBearerAuth(ada.token()))
                .contentType(MediaType.parseMediaType(type))
                .bodyValue(picture)
                .exchange();
    }

    private EntityExchangeResult<byte[]> serve(String path) {
        return bo.asks(web, HttpMethod.GET, path)
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult();
    }

    private static BufferedImage read(EntityExchangeResult<byte[]> served) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(served.getResponseBody())));
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    private static byte[] png(int width, int height, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(colour);
        drawing.fillRect(0, 0, width, height);
        drawing.dispose();
        return encoded(image, "png");
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** Writes what a camera does behind the start of a JPEG file: how it was held, and a remark. */
    private static byte[] withExif(byte[] jpeg, int orientation, String remark) throws IOException {
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(exif);
        data.writeBytes("Exif\0\0MM");
        data.writeShort(42);
        data.writeInt(8);
        data.writeShort(1);
        data.writeShort(0x0112);
        data.writeShort(3);
        data.writeInt(1);
        data.writeShort(orientation);
        data.writeShort(0);
        data.writeInt(0);
        data.writeBytes(remark);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(jpeg, 0, 2);
        out.writeShort(0xFFE1);
        out.writeShort(exif.size() + 2);
        out.write(exif.toByteArray());
        out.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }

    /** A grey picture of any size whose lines are all nought, as small as it gets. */
    private static byte[] hollowPng(int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {1, 0, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(lines)) {
            byte[] line = new byte[1 + width / 8];
            for (int y = 0; y < height; y++) {
                deflater.write(line);
            }
        }
        chunk(out, "IDAT", lines.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }
}
