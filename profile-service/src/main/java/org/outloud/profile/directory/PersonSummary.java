package org.outloud.profile.directory;

import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;

/** A person in a list of people. */
public record PersonSummary(
        PersonId id,
        String userName,
        String displayName,
        @Nullable String avatar,
        @Nullable String department,
        @Nullable String headline,
        PersonMine mine) {}
