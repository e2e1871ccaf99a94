package org.outloud.profile.photo;

/**
 * A picture as it is served.
 *
 * @param mediaType {@code image/jpeg}, or {@code image/png} where it is see-through
 * @param large 256 pixels square
 * @param small 64 pixels square
 */
@SuppressWarnings("ArrayRecordComponent")
record Photo(String mediaType, byte[] large, byte[] small) {}
