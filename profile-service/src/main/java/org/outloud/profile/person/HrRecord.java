package org.outloud.profile.person;

import org.jspecify.annotations.Nullable;

/**
 * A person as HR's system describes them.
 *
 * @param displayName null leaves the name to what is known already
 * @param active null when HR does not say
 */
public record HrRecord(
        Account account,
        @Nullable String displayName,
        @Nullable String department,
        @Nullable String jobTitle,
        @Nullable String timeZone,
        @Nullable Boolean active) {

    /** The same, but for what HR told of the department itself. */
    public HrRecord inDepartment(@Nullable String told) {
        return new HrRecord(account.inDepartment(told), displayName, department, jobTitle, timeZone, active);
    }
}
