package org.outloud.feed.mail;

import org.outloud.platform.recurring.Recurring;
import org.outloud.platform.security.PathRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.util.StringUtils;

/** Sends mail where the operator names a server and a sender; elsewhere only the preferences are there, and say so. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    @Bean
    PathRules unsubscribingNeedsNoToken() {
        return paths -> paths.pathMatchers(UnsubscribeController.PATH + "*").permitAll();
    }

    @Bean
    @Conditional(MailIsSent.class)
    SendingDigests sendingDigests(Digests digests, JavaMailSender sender, MailProperties settings) {
        return new SendingDigests(digests, new Postman(sender, settings));
    }

    @Bean
    @Conditional(MailIsSent.class)
    Recurring digestsByMail(SendingDigests sending, MailProperties settings) {
        return new Recurring(
                "Digests by mail", settings.every(), () -> sending.sendDue().then());
    }

    /** Whether there is a server to give mail to, and a sender. */
    static final class MailIsSent implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("spring.mail.host"))
                    && StringUtils.hasText(context.getEnvironment().getProperty("outloud.mail.from"));
        }
    }
}
