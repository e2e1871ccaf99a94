package org.outloud.standalone;

import java.time.Duration;
import org.outloud.standalone.settings.Secrets;
import org.outloud.standalone.settings.Settings;

/** What someone needs to know once Outloud runs. */
final class Welcome {

    private final Settings settings;
    private final Secrets secrets;

    Welcome(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    void print(Console console, Duration took) {
        console.line("");
        console.heading("Outloud is ready after " + Console.seconds(took) + ": " + settings.origin());
        console.line("");
        addresses(console);
        console.line("");
        console.line("  Try this");
        console.line("    1. Sign in as ada and work out loud: what you are doing, what you learned, what you need.");
        console.line("    2. In a private window sign in as bo and follow ada; then post again and watch it arrive.");
        console.line("    3. Run ./outloud demo: a whole organisation with 1,005 people moves in.");
        console.line("");
    }

    /** For those who start the services themselves. */
    void printGround(Console console, Duration took) {
        console.line("");
        console.heading("The ground is ready after " + Console.seconds(took) + ".");
        console.line("  PostgreSQL  127.0.0.1:" + settings.ports().postgres() + ", databases profile, feed, community");
        console.line("  Kafka       127.0.0.1:" + settings.ports().kafka());
        console.line("  Keycloak    " + settings.issuer());
        console.line("  Passwords   " + settings.secrets());
        console.line("");
    }

    void addresses(Console console) {
        console.line("  People     ada, bo, carla (learning), dev (moderator), admin; password: outloud");
        console.line(
                "  HR system  client outloud-hr, secret " + secrets.hrClient() + ", " + settings.origin() + "/scim/v2");
        console.line("  API        " + settings.origin() + "/api/docs");
        console.line("  Keycloak   " + settings.keycloak() + "/admin (admin, admin)");
    }
}
