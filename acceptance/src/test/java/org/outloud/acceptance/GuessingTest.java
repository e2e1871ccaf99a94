package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.outloud.standalone.OutloudInstance;

/** Somebody tries one password after another. */
class GuessingTest {

    private static final String GUESSED = "gwen.guessed";
    private static final int GUESSES = 10;

    @Test
    void whoeverGuessesIsLockedOutForAWhileWithTheRightPasswordToo() {
        Hired.at(WholeSystem.instance(), GUESSED, "gwen.guessed@guessed.example", "Gwen", "Guessed");

        for (int guess = 0; guess < GUESSES; guess++) {
            assertThat(signIn(GUESSED, "guess-" + guess).status()).isBetween(400, 401);
        }

        assertThat(signIn(GUESSED, "outloud").status())
                .as("the right password while the account is locked")
                .isBetween(400, 401);
        assertThat(signIn("ada", "outloud").status()).as("anybody else").isEqualTo(200);
    }

    private static Client.Answer signIn(String userName, String password) {
        OutloudInstance system = WholeSystem.instance();
        return Client.exchange(Client.tokenRequest(
                system.issuer(),
                "grant_type=password&client_id=outloud-cli&username=" + userName + "&password=" + password));
    }
}
