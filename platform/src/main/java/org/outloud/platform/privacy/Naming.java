package org.outloud.platform.privacy;

/** How somebody is called in words that others write. */
public record Naming(String userName, String displayName) {}
