package org.outloud.profile.person;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person shows to others. HR knows some of it too (name, department, job title, time zone); whoever wrote last is
 * right.
 *
 * @param jobTitleShown job titles stay hidden unless their bearer shows them
 * @param timeZone an IANA name such as {@code Europe/Vienna}
 * @param visibility who sees which of it
 */
public record Profile(
        String displayName,
        @Nullable String avatar,
        @Nullable String headline,
        @Nullable String department,
        @Nullable String jobTitle,
        boolean jobTitleShown,
        @Nullable String location,
        @Nullable String timeZone,
        List<String> languages,
        List<Skill> skills,
        List<String> interests,
        @Nullable String askMeAbout,
        @Nullable String learning,
        @Nullable String purpose,
        Visibility visibility) {

    /** Longest name, department, job title or place. */
    public static final int LINE = 120;

    static final int HEADLINE = 200;
    static final int TIME_ZONE = 64;
    static final int PARAGRAPH = 1000;
    static final int SKILL = 80;
    static final int LANGUAGE = 40;
    static final int MOST_LANGUAGES = 20;
    static final int MOST_TOPICS = 50;

    /** Nothing but a name. */
    public static Profile named(String displayName) {
        return new Profile(
                displayName,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                Visibility.OPEN);
    }

    Profile withDisplayName(String name) {
        return new Profile(
                name,
                avatar,
                headline,
                department,
                jobTitle,
                jobTitleShown,
                location,
                timeZone,
                languages,
                skills,
                interests,
                askMeAbout,
                learning,
                purpose,
                visibility);
    }

    Profile withPosition(@Nullable String newDepartment, @Nullable String newJobTitle, @Nullable String newTimeZone) {
        return new Profile(
                displayName,
                avatar,
                headline,
                newDepartment,
                newJobTitle,
                jobTitleShown,
                location,
                newTimeZone,
                languages,
                skills,
                interests,
                askMeAbout,
                learning,
                purpose,
                visibility);
    }

    Profile withAvatar(@Nullable String newAvatar) {
        return new Profile(
                displayName,
                newAvatar,
                headline,
                department,
                jobTitle,
                jobTitleShown,
                location,
                timeZone,
                languages,
                skills,
                interests,
                askMeAbout,
                learning,
                purpose,
                visibility);
    }

    /** The same skills and interests in other spellings, by folded word. */
    Profile spelled(Map<String, String> spellings) {
        UnaryOperator<String> agreed = word -> spellings.getOrDefault(Folded.of(word), word);
        return new Profile(
                displayName,
                avatar,
                headline,
                department,
                jobTitle,
                jobTitleShown,
                location,
                timeZone,
                languages,
                skills.stream()
                        .map(skill -> new Skill(agreed.apply(skill.name()), skill.level()))
                        .toList(),
                interests.stream().map(agreed).distinct().toList(),
                askMeAbout,
                learning,
                purpose,
                visibility);
    }

    /** Skills and interests. */
    List<String> words() {
        return Stream.concat(skills.stream().map(Skill::name), interests.stream())
                .toList();
    }

    /** Skills and interests that everyone may see. */
    List<String> openWords() {
        Stream<String> named =
                visibility.isOpen(ProfileField.SKILLS) ? skills.stream().map(Skill::name) : Stream.empty();
        Stream<String> liked = visibility.isOpen(ProfileField.INTERESTS) ? interests.stream() : Stream.empty();
        return Stream.concat(named, liked).toList();
    }

    /** Notes a time zone that the world does not have. */
    public static void checkTimeZone(String field, @Nullable String timeZone, Faults faults) {
        if (timeZone != null && !Zones.KNOWN.contains(timeZone)) {
            faults.add(field, "unknown-value", "An IANA time zone such as Europe/Vienna.");
        }
    }

    void check(Faults faults) {
        checkTimeZone("timeZone", timeZone, faults);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < skills.size(); i++) {
            if (!names.add(Folded.of(skills.get(i).name()))) {
                faults.add("skills[" + i + "].name", "duplicate", "Each skill stands there once.");
            }
        }
    }

    private static final class Zones {
        static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
    }
}
