package org.outloud.community.community;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.outloud.community.membership.Visibility;
import org.outloud.contracts.CommunityId;

/**
 * What a community says about itself.
 *
 * @param slug its name in addresses; null until one is made from the name
 * @param domain what it is about
 * @param purpose why it is there, in a sentence
 * @param practice what its people share
 * @param rhythm when it meets
 * @param norms how people talk there, one norm a line
 */
public record Details(
        @Nullable @Size(max = 80) @Pattern(regexp = Slug.PATTERN)
        String slug,

        @NotBlank @Size(max = 120) String name,
        @Nullable @Size(max = 120) String domain,
        @Nullable @Size(max = 500) String purpose,
        @Nullable @Size(max = 2000) String practice,
        @Nullable @Size(max = 500) String rhythm,
        @Nullable @Size(max = 2000) String norms,
        @NotNull Visibility visibility,
        @Nullable CommunityId parentId) {

    /** Outer blanks mean nothing, and nothing is null. */
    public Details {
        name = name == null ? "" : name.strip();
        domain = kept(domain);
        purpose = kept(purpose);
        practice = kept(practice);
        rhythm = kept(rhythm);
        norms = kept(norms);
    }

    /** What a community says when nothing is said about it. */
    static Details blank() {
        return new Details(null, "", null, null, null, null, null, Visibility.OPEN, null);
    }

    /** The same under another slug. */
    public Details at(String slug) {
        return new Details(slug, name, domain, purpose, practice, rhythm, norms, visibility, parentId);
    }

    private static @Nullable String kept(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
