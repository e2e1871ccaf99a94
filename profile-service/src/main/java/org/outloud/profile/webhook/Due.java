package org.outloud.profile.webhook;

import java.net.URI;
import java.util.UUID;

/**
 * A message whose time has come.
 *
 * @param attempt 1 for the first
 */
record Due(UUID id, UUID webhook, URI url, String secret, String body, int attempt) {}
