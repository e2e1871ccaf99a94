package org.outloud.feed.notification;

import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What people want of single threads. */
@Repository
class ThreadChoices {

    private static final String CHOOSE = """
            insert into thread_choice (person_id, root_id, choice) values (:person, :root, :choice)
            on conflict (person_id, root_id) do update set choice = excluded.choice
            """;
    private static final String UNDO = """
            delete from thread_choice t using post p
            where p.id = :post and t.person_id = :person and t.root_id = p.root_id and t.choice = :choice
            """;

    private final DatabaseClient database;

    ThreadChoices(DatabaseClient database) {
        this.database = database;
    }

    /** Chooses for one thread, in the place of what was chosen before. */
    Mono<Void> choose(PersonId person, PostId root, String choice) {
        return database.sql(CHOOSE)
                .bind("person", person.value())
                .bind("root", root.value())
                .bind("choice", choice)
                .then();
    }

    /** Takes that choice back, for the thread of a post. */
    Mono<Void> undo(PersonId person, PostId post, String choice) {
        return database.sql(UNDO)
                .bind("person", person.value())
                .bind("post", post.value())
                .bind("choice", choice)
                .then();
    }
}
