package org.outloud.profile.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.event.Event;
import org.outloud.platform.consumer.News;
import org.outloud.platform.outbox.Outbox;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Leaves a message for every webhook that wants to hear of an event, in the transaction that applies the event. */
@Service
class TellingWebhooks {

    private static final String SOURCE = "/outloud";

    private final Deliveries deliveries;
    private final JsonMapper json;

    TellingWebhooks(Deliveries deliveries, JsonMapper json) {
        this.deliveries = deliveries;
        this.json = json;
    }

    Mono<Void> tell(Event event, Instant at, @Nullable CommunityId community) {
        String type = Outbox.typeOf(event.getClass()).value();
        return News.only(deliveries
                .subscribersTo(type)
                .concatMap(webhook -> add(webhook, type, event.key(), at, event, community))
                .then());
    }

    /** A message that only says that messages arrive. */
    Mono<Void> ping(UUID webhook) {
        return add(webhook, "org.outloud.webhook.ping.v1", webhook.toString(), Instant.now(), Map.of(), null);
    }

    private Mono<Void> add(
            UUID webhook, String type, String subject, Instant at, Object data, @Nullable CommunityId community) {
        UUID id = Deliveries.newId();
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("specversion", "1.0");
        message.put("id", id.toString());
        message.put("source", SOURCE);
        message.put("type", type);
        message.put("subject", subject);
        message.put("time", at.toString());
        message.put("datacontenttype", "application/json");
        message.put("data", data);
        return deliveries.add(webhook, id, type, json.writeValueAsString(message), community);
    }
}
