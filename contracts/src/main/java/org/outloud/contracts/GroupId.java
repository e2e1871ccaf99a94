package org.outloud.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifies a group of people that HR's system keeps. */
public record GroupId(@JsonValue UUID value) implements Comparable<GroupId> {

    /** Reads the identifier from its canonical text form. */
    @JsonCreator
    public static GroupId of(String text) {
        return new GroupId(UUID.fromString(text));
    }

    /** A new identifier: UUID version 7, so that later ones sort behind earlier ones. */
    public static GroupId next() {
        return new GroupId(UuidCreator.getTimeOrderedEpochPlus1());
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
