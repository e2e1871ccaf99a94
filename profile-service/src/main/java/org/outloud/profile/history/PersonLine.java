package org.outloud.profile.history;

import org.jspecify.annotations.Nullable;
import org.outloud.platform.imports.ImportLine;
import org.outloud.platform.imports.LineRejected;
import org.outloud.platform.problem.FieldProblem;
import org.outloud.platform.problem.Invalid;
import org.outloud.profile.person.Account;
import org.outloud.profile.person.Folded;
import org.outloud.profile.person.Person;
import org.outloud.profile.person.Profile;
import org.outloud.profile.person.ProfileEdit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A line such as {@code {"type": "person", "externalId": "1", "userName": "ada", "headline": "…"}}. */
record PersonLine(
        ObjectNode body,
        String userName,
        @Nullable String externalId,
        @Nullable String email,
        @Nullable Boolean active) {

    static PersonLine of(ImportLine line) {
        String email = stripped(line.optionalText("email", Account.LONGEST_EMAIL));
        if (email != null && (email.indexOf('@') < 1 || email.endsWith("@"))) {
            throw new LineRejected("email", "malformed", "An address such as ada@outloud.example.");
        }
        return new PersonLine(
                (ObjectNode) line.body(),
                line.text("userName", Profile.LINE).strip(),
                stripped(line.optionalText("externalId", Account.LONGEST_EXTERNAL_ID)),
                email,
                active(line.body().path("active")));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Boolean active(JsonNode sent) {
        if (sent.isMissingNode() || sent.isNull()) {
            return null;
        }
        if (!sent.isBoolean()) {
            throw new LineRejected("active", "malformed", "This field is true or false.");
        }
        return sent.booleanValue();
    }

    String userKey() {
        return Folded.of(userName);
    }

    @Nullable
    String emailKey() {
        return email == null ? null : Folded.of(email);
    }

    /** Somebody of whom nothing is known but this line. */
    Person newcomer() {
        return applyTo(Person.imported(Account.of(userName, null)));
    }

    /** The person with what this line says; a {@link LineRejected} naming the first field that cannot be so. */
    Person applyTo(Person person) {
        try {
            Account account = person.account().imported(userName, externalId, email);
            Profile described = ProfileEdit.apply(person.profile(), body);
            return person.asImported(
                    body.has("department") ? account.inDepartment(described.department()) : account,
                    described,
                    active == null ? person.active() : active);
        } catch (Invalid e) {
            FieldProblem first = e.errors().get(0);
            throw new LineRejected(first.field(), first.code(), first.detail());
        }
    }
}
