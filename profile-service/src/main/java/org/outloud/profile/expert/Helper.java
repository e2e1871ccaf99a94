package org.outloud.profile.expert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;

/** A person who might help, with what one wants to know before asking. */
record Helper(
        PersonId id,
        String userName,
        String displayName,
        @Nullable String avatar,
        @Nullable String department,
        @Nullable String headline,
        @Nullable String location,
        @Nullable String timeZone,
        List<String> languages,
        Mine mine) {

    /** What the person is to the viewer. */
    record Mine(boolean followed, boolean muted) {}
}
