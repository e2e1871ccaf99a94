package org.outloud.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifies a post or a comment. */
public record PostId(@JsonValue UUID value) implements Comparable<PostId> {

    /** Reads the identifier from its canonical text form. */
    @JsonCreator
    public static PostId of(String text) {
        return new PostId(UUID.fromString(text));
    }

    /** A new identifier: UUID version 7, so that later ones sort behind earlier ones. */
    public static PostId next() {
        return new PostId(UuidCreator.getTimeOrderedEpochPlus1());
    }

    @Override
    public int compareTo(PostId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
