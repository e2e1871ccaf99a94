package org.outloud.platform.security;

import org.outloud.contracts.PersonId;

/**
 * The person behind a subject of the identity provider.
 *
 * @param active false once HR deactivated the person
 */
public record KnownPerson(PersonId id, boolean active) {}
