package org.outloud.feed.mail;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.outloud.contracts.PersonId;
import org.outloud.feed.Organisation;
import org.springframework.context.ApplicationContext;

/** What a person's next digest would say, whether or not its time has come. */
public final class DigestLines {

    private DigestLines() {}

    /** Everything that the mail would hold, and nothing when none would be sent. */
    public static String of(ApplicationContext context, Organisation organisation, PersonId reader) {
        organisation.run("""
                insert into digest (person_id, reading_until) values ('%s', now())
                on conflict (person_id) do update set reading_until = now(), told_until = null""".formatted(reader));
        return Objects.requireNonNull(context.getBean(Digests.class)
                        .of(List.of(reader.value()))
                        .collectList()
                        .block(Duration.ofSeconds(30)))
                .stream()
                .map(digest -> Letter.of(digest, "https://outloud.example").toString())
                .collect(Collectors.joining());
    }
}
