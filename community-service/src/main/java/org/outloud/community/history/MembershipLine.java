package org.outloud.community.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.community.membership.Role;
import org.outloud.platform.imports.ImportLine;

/**
 * A line of type {@code membership}, read and checked by itself.
 *
 * @param community slug
 * @param person user name
 */
record MembershipLine(
        String community,
        String person,
        Role role,
        @Nullable Instant since) {

    static MembershipLine of(ImportLine line) {
        String role = line.word("role", Role.MEMBER.word(), Role.words());
        return new MembershipLine(
                line.text("community", 80),
                line.text("person", 120),
                Role.of(role).orElseThrow(),
                CommunityLine.micros(line.optionalInstant("since")));
    }
}
