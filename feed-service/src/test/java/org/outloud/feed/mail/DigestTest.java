package org.outloud.feed.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.Organisation;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Who gets which mail, from what was said to what arrives at the organisation's mail server. */
@ServiceTest
@Import(Organisation.class)
class DigestTest {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static {
        SERVER.start();
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        settings.add("OUTLOUD_MAIL_HOST", () -> "127.0.0.1");
        settings.add("OUTLOUD_MAIL_PORT", () -> SERVER.getSmtp().getPort());
        settings.add("OUTLOUD_MAIL_TLS", () -> "false");
        settings.add("OUTLOUD_MAIL_FROM", () -> "Outloud <outloud@outloud.example>");
        settings.add("outloud.mail.every", () -> "1d");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    SendingDigests sending;

    Someone ada;
    Someone bo;

    @BeforeEach
    void people() throws Exception {
        organisation.run("delete from notice");
        SERVER.purgeEmailFromAllMailboxes();
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
    }

    @Test
    void whoeverHasNewsGetsOneMailWithWhatConcernsThemMostAndNoOtherUntilThereIsMore() throws Exception {
        String thread = says(ada, "Pumps that leak");
        replies(bo, thread, "Tighten them");
        replies(bo, thread, "@" + ada.userName() + " not too much");
        anHourPasses();
        sends();
        MimeMessage mail = onlyMail(ada);
        assertThat(mail.getSubject()).startsWith(name(bo)).contains("named you").endsWith("Pumps that leak");
        assertThat(text(mail)).contains("/posts/" + thread).contains("/notifications/preferences");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        sends();
        assertThat(mails(ada)).hasSize(1);
        assertThat(mails(bo)).isEmpty();
    }

    @Test
    void whatWasSeenOrIsNotWantedIsNotMailed() throws Exception {
        String thread = says(ada, "Seen");
        replies(bo, thread, "Hello");
        String thanked = says(bo, "Thanked for");
        thanks(ada, thanked);
        ada.on(web)
                .post()
                .uri("/api/v1/notifications/read")
                .bodyValue(Map.of("until", Instant.now().plusSeconds(60).toString()))
                .exchange()
                .expectStatus()
                .isOk();
        wants(bo, Map.of("mailKinds", List.of("mention")));
        anHourPasses();
        sends();
        assertThat(mails(ada)).isEmpty();
        assertThat(mails(bo)).isEmpty();
    }

    @Test
    void wordsThatNotEverybodyMayReadStayHereAndWhatMayNotBeReadAnyMoreIsNotTold() throws Exception {
        CommunityId closed = organisation.community("closed");
        organisation.member(closed, ada, "member");
        organisation.member(closed, bo, "member");
        says(ada, "Merger plans @" + bo.userName(), Map.of("type", "community", "communityId", closed.toString()));
        anHourPasses();
        sends();
        MimeMessage mail = onlyMail(bo);
        assertThat(mail.getSubject()).isEqualTo(name(ada) + " named you");
        assertThat(text(mail)).doesNotContain("Merger");
        says(ada, "More plans @" + bo.userName(), Map.of("type", "community", "communityId", closed.toString()));
        organisation.member(closed, bo, null);
        anHourPasses();
        sends();
        assertThat(mails(bo)).hasSize(1);
    }

    @Test
    void theKeyOfAMailEndsTheDigestWithoutASignInAndNobodyElses() throws Exception {
        String thread = says(ada, "First");
        replies(bo, thread, "Hello");
        anHourPasses();
        sends();
        String header = onlyMail(ada).getHeader("List-Unsubscribe")[0];
        String path = header.substring(header.indexOf("/api/"), header.length() - 1);
        web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .valueMatches("Location", "/notifications/unsubscribe/[0-9a-f-]{36}");
        assertThat(preferences(ada).get("digest").stringValue()).isEqualTo("daily");
        web.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("List-Unsubscribe=One-Click")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(preferences(ada).get("digest").stringValue()).isEqualTo("off");
        assertThat(preferences(bo).get("digest").stringValue()).isEqualTo("daily");
        web.post()
                .uri("/api/v1/notifications/unsubscribe/" + UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
        replies(bo, thread, "Again");
        anHourPasses();
        sends();
        assertThat(mails(ada)).hasSize(1);
    }

    @Test
    void preferencesAreKeptAndRefusedWhenTheyMakeNoSense() {
        JsonNode before = preferences(ada);
        assertThat(before.get("mail").booleanValue()).isTrue();
        assertThat(before.get("address").stringValue()).isEqualTo(ada.userName() + "@outloud.example");
        assertThat(before.get("mailKinds")).hasSize(8);
        wants(
                ada,
                Map.of(
                        "digest",
                        "weekly",
                        "at",
                        17,
                        "mailKinds",
                        List.of("mention", "thanks"),
                        "quiet",
                        Map.of("from", 20, "to", 7),
                        "language",
                        "de"));
        JsonNode after = preferences(ada);
        assertThat(after.at("/quiet/to").intValue()).isEqualTo(7);
        assertThat(after.get("digest").stringValue()).isEqualTo("weekly");
        assertThat(after.get("language").stringValue()).isEqualTo("de");
        assertThat(after.get("mailKinds")).hasSize(2);
        assertThat(status(ada, Map.of("quiet", Map.of("from", 7, "to", 7)))).isEqualTo(400);
        assertThat(status(ada, Map.of("at", 24))).isEqualTo(400);
        assertThat(status(ada, Map.of("digest", "hourly"))).isEqualTo(400);
        assertThat(status(ada, Map.of("mailKinds", List.of("gossip")))).isEqualTo(400);
        assertThat(preferences(ada)).isEqualTo(after);
    }

    @Test
    void theDigestComesAtItsHourOfThePersonsDayAndNeverWhileItIsQuiet() {
        assertThat(moment("2026-11-24 12:00Z", "Europe/Berlin", "daily", "8, null, null"))
                .isEqualTo("2026-11-24 07:00");
        assertThat(moment("2026-11-24 06:59Z", "Europe/Berlin", "daily", "8, null, null"))
                .isEqualTo("2026-11-23 07:00");
        assertThat(moment("2026-07-24 12:00Z", "Europe/Berlin", "daily", "8, null, null"))
                .isEqualTo("2026-07-24 06:00");
        assertThat(moment("2026-11-25 12:00Z", "Asia/Tokyo", "weekly", "8, null, null"))
                .isEqualTo("2026-11-22 23:00");
        assertThat(moment("2026-11-24 06:30Z", "UTC", "daily", "5, 22, 7")).isEqualTo("never");
        assertThat(moment("2026-11-24 07:30Z", "UTC", "daily", "5, 22, 7")).isEqualTo("2026-11-24 07:00");
        assertThat(moment("2026-11-24 12:00Z", "Atlantis", "daily", "8, null, null"))
                .isEqualTo("2026-11-24 08:00");
        assertThat(moment("2026-11-24 12:00Z", "UTC", "off", "8, null, null")).isEqualTo("never");
    }

    @Test
    void aMailThatFailsIsTriedAgainLaterAndNotForEver() throws Exception {
        replies(bo, says(ada, "Unlucky"), "Hello");
        organisation.run("update person set email = 'no address' where id = '%s'".formatted(ada.id()));
        anHourPasses();
        sends();
        assertThat(digest(ada, "failures")).isEqualTo("1");
        sends();
        assertThat(digest(ada, "failures")).isEqualTo("1");
        organisation.run("update digest set taken_until = now() - interval '1 second'");
        organisation.run(
                "update person set email = '%s@outloud.example' where id = '%s'".formatted(ada.userName(), ada.id()));
        sends();
        onlyMail(ada);
        assertThat(digest(ada, "failures")).isEqualTo("0");
        replies(bo, says(ada, "Never"), "Hello");
        organisation.run("update person set email = 'no address' where id = '%s'".formatted(ada.id()));
        organisation.run("update digest set failures = 7");
        anHourPasses();
        sends();
        assertThat(digest(ada, "taken_until is null")).isEqualTo("true");
    }

    @Test
    void severalInstancesAtOnceWriteToEachPersonOnce() throws Exception {
        String thread = says(ada, "Busy");
        replies(bo, thread, "Hello");
        thanks(ada, says(bo, "Thanked"));
        anHourPasses();
        Mono.when(sending.sendDue(), sending.sendDue(), sending.sendDue()).block(PATIENCE);
        assertThat(mails(ada)).hasSize(1);
        assertThat(mails(bo)).hasSize(1);
    }

    /** 40,000 people get digests and 500 of them have news. */
    @Test
    void onlyThoseWithNewsGetMailsAndTheirNumberDoesNotMakeStatements() {
        String thread = says(ada, "For many");
        organisation.run("""
                insert into person (id, version, user_name, display_name, active, email)
                select md5('many' || i)::uuid, 1, 'many-' || i, 'Many ' || i, true, 'many-' || i || '@outloud.example'
                from generate_series(1, 40000) i""");
        organisation.run(
                "update post set mentions = array(select md5('many' || i)::uuid from generate_series(1, 500) i)"
                        + " where id = '%s'".formatted(thread));
        organisation.run("""
                insert into notice (owner_id, sort, bundle, subject_id, actor_id, at)
                select md5('many' || i)::uuid, 'line', md5('many' || i)::uuid, '%s', '%s', now()
                from generate_series(1, 500) i""".formatted(thread, ada.id()));
        anHourPasses();
        try (Statements statements = new Statements()) {
            assertThat(sends()).isEqualTo(500);
            assertThat(SERVER.getReceivedMessages()).hasSize(500);
            assertThat(statements.count()).isBetween(1, 16);
        } finally {
            organisation.run("delete from person where user_name like 'many-%'");
        }
    }

    private int sends() {
        return Objects.requireNonNull(sending.sendDue().block(PATIENCE));
    }

    /** As if all of it had been written yesterday. */
    private void anHourPasses() {
        organisation.run("update digest set told_until = told_until - interval '25 hours'");
        organisation.run("update notice set at = at - interval '25 hours' where at > now() - interval '20 hours'");
    }

    private String moment(String now, String zone, String digest, String hours) {
        return organisation.text(
                "select coalesce(to_char(digest_moment('%s', '%s', '%s', %s) at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), 'never')"
                        .formatted(now, zone, digest, hours));
    }

    private String digest(Someone person, String column) {
        return organisation.text("select (%s)::text from digest where person_id = '%s'".formatted(column, person.id()));
    }

    private static String name(Someone person) {
        return person.userName().toUpperCase(Locale.ROOT);
    }

    private String says(Someone author, String body) {
        return says(author, body, Map.of("type", "everyone"));
    }

    private String says(Someone author, String body, Map<String, String> audience) {
        String id = author.posts(web, Map.of("kind", "plain", "body", body, "audience", audience))
                .get("id")
                .stringValue();
        if (body.contains("@")) {
            awaitNotice(id);
        }
        return id;
    }

    /** Comes back when whoever hears of it has been noted. */
    private void replies(Someone author, String thread, String body) {
        String id = author.posts(web, "/api/v1/posts/" + thread + "/comments", Map.of("body", body))
                .get("id")
                .stringValue();
        awaitNotice(id);
    }

    private void awaitNotice(String id) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !organisation
                        .text("select count(*)::text from notice where subject_id = '%s'".formatted(id))
                        .equals("0"));
    }

    private void thanks(Someone person, String post) {
        person.on(web)
                .put()
                .uri("/api/v1/posts/" + post + "/reactions/helped")
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    private JsonNode preferences(Someone person) {
        return person.gets(web, "/api/v1/notifications/preferences");
    }

    private void wants(Someone person, Map<String, ?> changes) {
        assertThat(status(person, changes)).isEqualTo(200);
    }

    private int status(Someone person, Map<String, ?> changes) {
        Map<String, Object> wanted = new HashMap<>(Map.of("digest", "daily", "at", 8, "mailKinds", List.of("mention")));
        wanted.putAll(changes);
        return person.on(web)
                .put()
                .uri("/api/v1/notifications/preferences")
                .bodyValue(wanted)
                .exchange()
                .expectBody(byte[].class)
                .returnResult()
                .getStatus()
                .value();
    }

    private static MimeMessage onlyMail(Someone person) throws MessagingException {
        List<MimeMessage> mails = mails(person);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private static List<MimeMessage> mails(Someone person) throws MessagingException {
        List<MimeMessage> mails = new ArrayList<>();
        for (MimeMessage mail : SERVER.getReceivedMessages()) {
            if (Arrays.toString(mail.getAllRecipients()).contains(person.userName() + "@")) {
                mails.add(mail);
            }
        }
        return mails;
    }

    /** All that the mail says, as it was sent. */
    private static String text(MimeMessage mail) throws IOException, MessagingException {
        return GreenMailUtil.getWholeMessage(mail).replace("=\r\n", "");
    }

    /** Counts the statements about digests that go to the database. */
    private static final class Statements extends AppenderBase<ILoggingEvent> implements AutoCloseable {

        private final Logger queries = (Logger) LoggerFactory.getLogger("io.r2dbc.postgresql.QUERY");
        private final AtomicInteger count = new AtomicInteger();

        Statements() {
            start();
            queries.setLevel(Level.DEBUG);
            queries.addAppender(this);
        }

        int count() {
            return count.get();
        }

        @Override
        protected void append(ILoggingEvent event) {
            String statement = event.getFormattedMessage();
            if (statement.contains("digest") || statement.contains("heard_by")) {
                count.incrementAndGet();
            }
        }

        @Override
        public void close() {
            queries.detachAppender(this);
            queries.setLevel(null);
        }
    }
}
