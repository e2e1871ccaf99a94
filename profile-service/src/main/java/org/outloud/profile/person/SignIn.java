package org.outloud.profile.person;

import org.jspecify.annotations.Nullable;
import org.outloud.platform.security.Subjects;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a verified token says about its bearer.
 *
 * @param name as the identity provider spells it, if it does
 * @param email only when the identity provider verified it: anybody could claim any other
 */
record SignIn(
        String subject,
        String userName,
        @Nullable String name,
        @Nullable String email) {

    static SignIn of(Jwt token) {
        String subject = Subjects.subjectOf(token);
        String userName = token.getClaimAsString("preferred_username");
        boolean verified = Boolean.TRUE.equals(token.getClaimAsBoolean("email_verified"));
        return new SignIn(
                subject,
                userName == null ? subject : userName,
                clean(token.getClaimAsString("name"), Profile.LINE),
                verified ? clean(token.getClaimAsString("email"), Account.LONGEST_EMAIL) : null);
    }

    String shownName() {
        return name == null ? userName : name;
    }

    SignIn withoutEmail() {
        return new SignIn(subject, userName, name, null);
    }

    private static @Nullable String clean(@Nullable String claim, int longest) {
        if (claim == null || claim.isBlank()) {
            return null;
        }
        String text = claim.strip();
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
