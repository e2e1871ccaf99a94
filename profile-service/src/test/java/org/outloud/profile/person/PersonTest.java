package org.outloud.profile.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.problem.Stale;
import tools.jackson.databind.json.JsonMapper;

class PersonTest {

    private static final SignIn SIGN_IN = new SignIn("s-1", "ada", "Ada L.", "ada@outloud.example");

    @Test
    void aSignInNamesAPersonUntilSomebodyWhoKnowsBetterDoes() {
        Person ada = Person.arriving(new SignIn("s-1", "ada", null, null));
        assertThat(ada.profile().displayName()).isEqualTo("ada");

        Person named = ada.signedInAs(SIGN_IN);
        assertThat(named.profile().displayName()).isEqualTo("Ada L.");

        Person edited = named.edited(named.profile().withDisplayName("Countess"));
        assertThat(edited.signedInAs(SIGN_IN)).isEqualTo(edited);
    }

    @Test
    void othersLearnHowMailReachesThePerson() {
        PersonChanged told = Person.arriving(SIGN_IN).toEvent();

        assertThat(told.contact()).isEqualTo(new PersonChanged.Contact("ada@outloud.example", null, null));
        assertThat(Person.arriving(new SignIn("s-1", "ada", null, null))
                        .toEvent()
                        .contact())
                .isEqualTo(new PersonChanged.Contact(null, null, null));
    }

    @Test
    void hrsNameOutweighsTheIdentityProviders() {
        Person ada = Person.provisioned(record("Ada Lindqvist", null));

        Person linked = ada.linkedTo(SIGN_IN);

        assertThat(linked.profile().displayName()).isEqualTo("Ada Lindqvist");
        assertThat(linked.subject()).isEqualTo("s-1");
    }

    @Test
    void aRecordThatSaysWhatIsKnownChangesNothing() {
        Person ada = Person.provisioned(record("Ada Lindqvist", true));
        assertThat(ada.asHrSays(record("Ada Lindqvist", null))).isEqualTo(ada);
        assertThat(ada.asHrSays(record(null, true))).isEqualTo(ada);
    }

    @Test
    void whomHrRemovedIsOutUntilHrCreatesThemAgain() {
        Person removed = Person.provisioned(record("Ada", true)).removed();
        assertThat(removed.active()).isFalse();
        assertThat(removed.mayBeClaimedAs(record("Ada", null))).isTrue();

        Person back = removed.asHrSays(record("Ada", null));

        assertThat(back.active()).isTrue();
        assertThat(back.provisioning()).isEqualTo(Provisioning.PROVISIONED);
    }

    @Test
    void anotherExternalIdMeansAnotherHuman() {
        Person removed = Person.provisioned(record("Ada", true)).removed();
        HrRecord successor = new HrRecord(
                new Account("ada", "E-2", List.of(), null, null, null, null, null, null, null),
                "Ada",
                null,
                null,
                null,
                null);
        assertThat(removed.mayBeClaimedAs(successor)).isFalse();
    }

    @Test
    void omittingActiveNeverReactivates() {
        Person out = Person.provisioned(record("Ada", false));
        assertThat(out.asHrSays(record("Ada", null)).active()).isFalse();
    }

    @Test
    void theEventCarriesTheNextVersion() {
        Person next = Person.arriving(SIGN_IN).next();
        assertThat(next.toEvent().version()).isEqualTo(2);
        assertThat(next.toEvent().subject()).isEqualTo("s-1");
    }

    @Test
    void aRowKeepsEverythingOfAPerson() {
        Person ada = Person.provisioned(record("Ada", true)).linkedTo(SIGN_IN);
        JsonMapper json = new JsonMapper();
        String row = json.writeValueAsString(PersonRow.of(ada));
        assertThat(json.readValue(row, PersonRow.class).toPerson()).isEqualTo(ada);
    }

    @Test
    void anEditMeantForAnotherVersionIsStale() {
        new IfMatch(null).require(3);
        new IfMatch("\"3\"").require(3);
        new IfMatch("W/\"3\"").require(3);
        new IfMatch("\"1\", \"3\"").require(3);
        new IfMatch("*").require(3);
        assertThatThrownBy(() -> new IfMatch("\"2\"").require(3)).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> new IfMatch("nonsense").require(3)).isInstanceOf(Stale.class);
    }

    @Test
    void namesMatchWithoutCaseAndWhateverWayTheyWereTyped() {
        assertThat(Folded.of("ZOE\u0308")).isEqualTo(Folded.of("zo\u00eb"));
    }

    private static HrRecord record(@Nullable String displayName, @Nullable Boolean active) {
        Account account = new Account(
                "ada",
                "E-1",
                List.of(new Email("ada@outloud.example", "work", true)),
                null,
                "Ada",
                "Lindqvist",
                null,
                "4711",
                "0197f000-0000-7000-8000-00000000000b",
                "Pumps");
        return new HrRecord(account, displayName, "Pumps", "Engineer", "Europe/Vienna", active);
    }
}
