package org.outloud.feed.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Gives mails to the organisation's mail server, several over one connection, and waits for it. */
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final JavaMailSender sender;
    private final MailProperties settings;

    Postman(JavaMailSender sender, MailProperties settings) {
        this.sender = sender;
        this.settings = settings;
    }

    /** Sends them, and answers whom it could not reach. */
    Set<UUID> send(Collection<Digest> digests) {
        Map<MimeMessage, UUID> mails = new LinkedHashMap<>();
        Set<UUID> failed = new HashSet<>();
        for (Digest digest : digests) {
            UUID reader = digest.reader().person();
            try {
                mails.put(mail(digest), reader);
            } catch (MessagingException e) {
                LOG.warn(
                        "The address of {} takes no mail: {}",
                        reader,
                        e.getClass().getSimpleName());
                failed.add(reader);
            }
        }
        try {
            if (!mails.isEmpty()) {
                sender.send(mails.keySet().toArray(MimeMessage[]::new));
            }
        } catch (MailSendException e) {
            LOG.warn(
                    "{} of {} digests are tried again later: {}",
                    e.getFailedMessages().size(),
                    mails.size(),
                    reason(e));
            Set<Object> returned = e.getFailedMessages().keySet();
            mails.forEach((mail, reader) -> {
                if (returned.contains(mail)) {
                    failed.add(reader);
                }
            });
        } catch (MailException e) {
            LOG.warn(
                    "{} digests are tried again later: {}",
                    mails.size(),
                    e.getClass().getSimpleName());
            failed.addAll(mails.values());
        }
        return failed;
    }

    /** Says nothing of addresses, which stand in what mail servers answer. */
    private static String reason(MailSendException e) {
        return List.of(e.getMessageExceptions()).stream()
                .map(each -> each.getClass().getSimpleName())
                .distinct()
                .toList()
                .toString();
    }

    private MimeMessage mail(Digest digest) throws MessagingException {
        Letter letter = Letter.of(digest, settings.origin());
        MimeMessage mail = sender.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        parts.setFrom(new InternetAddress(settings.from(), true));
        mail.setRecipient(
                Message.RecipientType.TO, new InternetAddress(digest.reader().address(), true));
        parts.setSubject(letter.subject());
        parts.setText(letter.text(), letter.html());
        mail.setHeader(
                "List-Unsubscribe",
                "<" + settings.origin() + UnsubscribeController.PATH
                        + digest.reader().unsubscribe() + ">");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }
}
