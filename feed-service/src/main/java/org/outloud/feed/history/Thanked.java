package org.outloud.feed.history;

import java.time.Instant;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.RecognitionChanged;

/** Thanks that a line of a file tells of. */
record Thanked(int line, Known.Earlier post, PersonId giver, String kind, Instant at) {

    ImportedThanks.Key key() {
        return new ImportedThanks.Key(post.id(), giver.value(), kind);
    }

    RecognitionChanged toEvent() {
        return new RecognitionChanged(
                new PostId(post.id()), new PostId(post.root()), new PersonId(post.author()), giver, kind, true, 1, at);
    }
}
