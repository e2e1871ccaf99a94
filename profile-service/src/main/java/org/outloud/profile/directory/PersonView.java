package org.outloud.profile.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.profile.person.Person;
import org.outloud.profile.person.Profile;
import org.outloud.profile.person.Skill;

/**
 * A profile as one particular person sees it.
 *
 * @param version for the {@code ETag}
 * @param jobTitle null unless the person shows it, or looks at themselves
 * @param jobTitleShown absent for everybody but the person themselves
 * @param followers how many active people follow this person
 */
record PersonView(
        PersonId id,
        @JsonIgnore long version,
        String userName,
        String displayName,
        @Nullable String avatar,
        @Nullable String headline,
        @Nullable String department,
        @Nullable String jobTitle,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean jobTitleShown,
        @Nullable String location,
        @Nullable String timeZone,
        List<String> languages,
        List<Skill> skills,
        List<String> interests,
        @Nullable String askMeAbout,
        @Nullable String learning,
        @Nullable String purpose,
        boolean active,
        long followers,
        long following,
        PersonMine mine) {

    static PersonView of(Person person, PersonId viewer, long followers, long following, PersonMine mine) {
        Profile profile = person.profile();
        boolean own = person.id().equals(viewer);
        return new PersonView(
                person.id(),
                person.version(),
                person.account().userName(),
                profile.displayName(),
                profile.avatar(),
                profile.headline(),
                profile.department(),
                own || profile.jobTitleShown() ? profile.jobTitle() : null,
                own ? profile.jobTitleShown() : null,
                profile.location(),
                profile.timeZone(),
                profile.languages(),
                profile.skills(),
                profile.interests(),
                profile.askMeAbout(),
                profile.learning(),
                profile.purpose(),
                person.active(),
                followers,
                following,
                mine);
    }
}
