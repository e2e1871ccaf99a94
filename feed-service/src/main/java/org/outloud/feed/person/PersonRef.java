package org.outloud.feed.person;

import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;

/** A person as others see them beside a post. */
public record PersonRef(
        PersonId id,
        String userName,
        String displayName,
        @Nullable String avatar,
        @Nullable String department) {}
