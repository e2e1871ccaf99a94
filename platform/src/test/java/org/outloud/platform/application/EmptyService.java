package org.outloud.platform.application;

import org.outloud.contracts.event.FollowChanged;
import org.outloud.platform.consumer.Subscription;
import org.outloud.platform.outbox.Outbox;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@SpringBootApplication
@RestController
class EmptyService {

    /** A follow of this version cannot be applied until the test mends {@link #broken}. */
    static final long POISON = 666;

    static volatile boolean broken = true;

    private final DatabaseClient database;

    EmptyService(DatabaseClient database) {
        this.database = database;
    }

    @Bean
    Subscription told() {
        return Subscription.named("test.told").on(FollowChanged.class, this::tell);
    }

    private Mono<Void> tell(FollowChanged event) {
        if (event.version() == POISON && broken) {
            return Mono.error(new IllegalArgumentException("a poison event"));
        }
        return database.sql("""
                        insert into told (about, version, times) values (:about, :version, 1)
                        on conflict (about) do update set version = excluded.version, times = told.times + 1
                          where told.version < excluded.version
                        """)
                .bind("about", event.key())
                .bind("version", event.version())
                .then();
    }

    @Bean
    Telling telling(Outbox outbox, DatabaseClient database) {
        return new Telling(outbox, database);
    }

    @GetMapping("/test/broken")
    Mono<String> fails() {
        return Mono.error(new IllegalStateException("a secret of the inside"));
    }
}
