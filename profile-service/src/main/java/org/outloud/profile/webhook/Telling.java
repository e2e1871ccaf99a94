package org.outloud.profile.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.Event;
import org.outloud.contracts.event.EventType;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.contracts.event.PersonErased;
import org.outloud.contracts.event.RecognitionChanged;
import org.outloud.platform.outbox.Outbox;

/** What can be subscribed to, and by whom: people are HR's business; communities and recognition are L&D's too. */
enum Telling {
    PERSON(PersonChanged.class, false),
    ERASURE(PersonErased.class, false),
    COMMUNITY(CommunityChanged.class, true),
    MEMBERSHIP(MembershipChanged.class, true),
    RECOGNITION(RecognitionChanged.class, true);

    private final String type;
    private final boolean forLearning;

    Telling(Class<? extends Event> event, boolean forLearning) {
        EventType declared = Outbox.typeOf(event);
        this.type = declared.value();
        this.forLearning = forLearning;
    }

    /** The CloudEvents type. */
    String type() {
        return type;
    }

    /** The types that somebody with these roles may subscribe to. */
    static List<String> openTo(Set<String> roles) {
        boolean all = roles.contains("scim") || roles.contains("admin");
        return Arrays.stream(values())
                .filter(one -> all || (one.forLearning && roles.contains("learning")))
                .map(Telling::type)
                .toList();
    }
}
