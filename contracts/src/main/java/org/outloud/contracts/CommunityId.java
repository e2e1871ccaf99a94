package org.outloud.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifies a community of practice that is hosted here. */
public record CommunityId(@JsonValue UUID value) implements Comparable<CommunityId> {

    /** Reads the identifier from its canonical text form. */
    @JsonCreator
    public static CommunityId of(String text) {
        return new CommunityId(UUID.fromString(text));
    }

    /** A new identifier: UUID version 7, so that later ones sort behind earlier ones. */
    public static CommunityId next() {
        return new CommunityId(UuidCreator.getTimeOrderedEpochPlus1());
    }

    @Override
    public int compareTo(CommunityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
