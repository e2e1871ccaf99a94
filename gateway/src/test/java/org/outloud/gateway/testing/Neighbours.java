package org.outloud.gateway.testing;

import org.springframework.test.context.DynamicPropertyRegistry;

/** Everything that the gateway talks to, once for all tests. */
public final class Neighbours {

    /** Stands for profile-service. */
    public static final StandIn PROFILE = new StandIn("profile");

    /** Stands for feed-service. */
    public static final StandIn FEED = new StandIn("feed");

    /** Stands for community-service. */
    public static final StandIn COMMUNITY = new StandIn("community");

    /** Stands for Keycloak. */
    public static final Realm REALM = new Realm();

    private Neighbours() {}

    /** Tells a gateway under test where they are. */
    public static void introduce(DynamicPropertyRegistry settings) {
        settings.add("OUTLOUD_PROFILE_URL", PROFILE::address);
        settings.add("OUTLOUD_FEED_URL", FEED::address);
        settings.add("OUTLOUD_COMMUNITY_URL", COMMUNITY::address);
        settings.add("OUTLOUD_ISSUER", () -> Realm.ISSUER);
        settings.add("OUTLOUD_ISSUER_INTERNAL", REALM::internalIssuer);
        settings.add("OUTLOUD_GATEWAY_CLIENT_SECRET", () -> "known-to-nobody");
    }
}
