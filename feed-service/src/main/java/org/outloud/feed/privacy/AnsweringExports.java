package org.outloud.feed.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.outloud.contracts.event.ExportPart;
import org.outloud.contracts.event.ExportRequested;
import org.outloud.platform.consumer.Subscription;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.privacy.Sealed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Answers people who want to know what is kept about them; only they can open the answer. */
@Configuration(proxyBeanMethods = false)
class AnsweringExports {

    private static final String SERVICE = "feed-service";

    @Bean
    Subscription exportFeed(KeptData kept, Outbox outbox) {
        return Subscription.named("feed.exports")
                .on(
                        ExportRequested.class,
                        asked -> kept.of(asked.personId())
                                .map(json -> Sealed.of(json.getBytes(StandardCharsets.UTF_8), asked.publicKey()))
                                .flatMap(answer -> outbox.append(parts(asked, answer))));
    }

    private static List<ExportPart> parts(ExportRequested asked, Sealed answer) {
        Instant now = Instant.now();
        int count = answer.pieces().size();
        return IntStream.range(0, count)
                .mapToObj(i -> new ExportPart(
                        asked.export(),
                        SERVICE,
                        i,
                        count,
                        answer.key(),
                        answer.pieces().get(i),
                        now))
                .toList();
    }
}
