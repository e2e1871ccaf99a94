package org.outloud.profile.photo;

import org.outloud.platform.picture.Picture;
import org.outloud.platform.problem.Invalid;

/** Makes a served picture of what was uploaded: the square in the middle, in two sizes. */
final class Developing {

    static final int LARGE = 256;
    static final int SMALL = 64;

    private Developing() {}

    /** The picture, or an {@link Invalid} that says what is wrong with it. */
    static Photo develop(byte[] uploaded) {
        Picture square = Picture.square(uploaded, "photo", LARGE);
        return new Photo(
                square.mediaType(),
                square.scaled(LARGE).encoded(),
                square.scaled(SMALL).encoded());
    }
}
