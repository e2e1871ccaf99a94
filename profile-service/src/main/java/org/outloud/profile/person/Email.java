package org.outloud.profile.person;

import org.jspecify.annotations.Nullable;

/**
 * An address of a person.
 *
 * @param type {@code work}, {@code home} or whatever HR calls it
 * @param primary whether this is the one by which sign-ins are linked
 */
public record Email(String value, @Nullable String type, boolean primary) {}
