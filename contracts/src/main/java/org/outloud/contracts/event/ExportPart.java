package org.outloud.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A piece of what one service keeps about a person, sealed. All pieces in their order, opened, are a JSON object: what is
 * kept, by kind.
 *
 * @param index from 0
 * @param count how many pieces there are
 * @param sealedKey the key of this service's answer, sealed with the public key of the export, in Base64
 * @param data in Base64
 */
@EventType(value = "org.outloud.export.part.v1", topic = Topics.EXPORTS)
public record ExportPart(UUID export, String service, int index, int count, String sealedKey, String data, Instant at)
        implements Event {

    @Override
    public String key() {
        return export.toString();
    }
}
