package org.outloud.profile.directory;

/** What a person is to the one who looks. */
record PersonMine(boolean followed, boolean muted) {}
