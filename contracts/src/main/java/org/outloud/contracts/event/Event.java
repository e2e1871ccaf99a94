package org.outloud.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Something that happened to one aggregate. Implementations carry {@link EventType}. */
public interface Event {

    /**
     * The Kafka key: events with equal keys keep their order, and on a compacted topic the last one stands for the
     * aggregate's state.
     */
    @JsonIgnore
    String key();
}
