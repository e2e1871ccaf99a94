package org.outloud.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifies a person; the same in every service, and the SCIM {@code id}. */
public record PersonId(@JsonValue UUID value) implements Comparable<PersonId> {

    /** Reads the identifier from its canonical text form. */
    @JsonCreator
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    /** A new identifier: UUID version 7, so that later ones sort behind earlier ones. */
    public static PersonId next() {
        return new PersonId(UuidCreator.getTimeOrderedEpochPlus1());
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
