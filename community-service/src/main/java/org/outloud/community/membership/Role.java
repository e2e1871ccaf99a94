package org.outloud.community.membership;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How somebody takes part in a community, the most responsible first. Following is a way of being there, too. */
public enum Role {
    STEWARD(0),
    FACILITATOR(1),
    MEMBER(2),
    FOLLOWER(3);

    private final int rank;

    Role(int rank) {
        this.rank = rank;
    }

    /** The place in a list of members, as the database has it. */
    int rank() {
        return rank;
    }

    /** The word that clients and the database use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this role carries at least as much as another. */
    public boolean covers(Role other) {
        return rank <= other.rank;
    }

    /** Reads a word. */
    public static Optional<Role> of(@Nullable String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }
}
