package org.outloud.profile.network;

import org.outloud.contracts.PersonId;

/** One who follows another. */
public record Pair(PersonId follower, PersonId followee) {}
