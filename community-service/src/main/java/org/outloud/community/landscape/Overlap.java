package org.outloud.community.landscape;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two entries that are about the same. Each kind of evidence is between 0 and 1, null where it was not looked at.
 */
record Overlap(
        UUID one,
        UUID other,
        double words,
        @Nullable Double tags,
        @Nullable Double members,
        List<String> sharedWords,
        List<String> sharedTags,
        @Nullable Integer sharedMembers) {

    double score() {
        return Method.score(words, tags == null ? 0 : tags, members == null ? 0 : members);
    }

    /** With who takes part in both, of the smaller of the two. */
    Overlap with(int shared, int smaller) {
        return new Overlap(
                one,
                other,
                words,
                tags,
                smaller == 0 ? 0.0 : (double) shared / smaller,
                sharedWords,
                sharedTags,
                shared);
    }
}
