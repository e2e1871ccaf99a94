package org.outloud.profile.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.profile.person.Person;
import org.outloud.profile.person.Profile;
import org.outloud.profile.person.ProfileField;
import org.outloud.profile.person.Skill;
import org.outloud.profile.person.Visibility;

/**
 * A profile as one particular person sees it.
 *
 * @param version for the {@code ETag}
 * @param jobTitle null unless the person shows it, or looks at themselves
 * @param jobTitleShown absent for everybody but the person themselves
 * @param visibility absent for everybody but the person themselves
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Visibility visibility,
        boolean active,
        long followers,
        long following,
        PersonMine mine) {

    /**
     * What the viewer sees.
     *
     * @param follows whether the person follows the viewer
     */
    static PersonView of(
            Person person, PersonId viewer, long followers, long following, PersonMine mine, boolean follows) {
        Profile profile = person.profile();
        boolean own = person.id().equals(viewer);
        Predicate<ProfileField> shown = field -> own || profile.visibility().shows(field, mine.followed() || follows);
        return new PersonView(
                person.id(),
                person.version(),
                person.account().userName(),
                profile.displayName(),
                profile.avatar(),
                shown.test(ProfileField.HEADLINE) ? profile.headline() : null,
                profile.department(),
                own || profile.jobTitleShown() ? profile.jobTitle() : null,
                own ? profile.jobTitleShown() : null,
                shown.test(ProfileField.LOCATION) ? profile.location() : null,
                shown.test(ProfileField.TIME_ZONE) ? profile.timeZone() : null,
                shown.test(ProfileField.LANGUAGES) ? profile.languages() : List.of(),
                shown.test(ProfileField.SKILLS) ? profile.skills() : List.of(),
                shown.test(ProfileField.INTERESTS) ? profile.interests() : List.of(),
                shown.test(ProfileField.ASK_ME_ABOUT) ? profile.askMeAbout() : null,
                shown.test(ProfileField.LEARNING) ? profile.learning() : null,
                shown.test(ProfileField.PURPOSE) ? profile.purpose() : null,
                own ? profile.visibility() : null,
                person.active(),
                followers,
                following,
                mine);
    }
}
