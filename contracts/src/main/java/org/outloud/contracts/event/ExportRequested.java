package org.outloud.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.outloud.contracts.PersonId;

/**
 * A person wants everything that is kept about them. Every service answers with {@link ExportPart}s that only the holder of
 * the private key can read.
 *
 * @param publicKey RSA, X.509, in Base64; of this export alone
 */
@EventType(value = "org.outloud.export.requested.v1", topic = Topics.EXPORTS)
public record ExportRequested(UUID export, PersonId personId, String publicKey, Instant at) implements Event {

    @Override
    public String key() {
        return export.toString();
    }
}
