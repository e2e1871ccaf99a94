package org.outloud.feed.attachment;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.picture.Picture;
import org.outloud.platform.problem.Invalid;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * What was sent, made fit to be served. A picture is written anew, so that nothing of the camera and the place remains; of any
 * other file nothing is believed, and it is never shown but only handed out.
 *
 * @param preview a smaller one of a picture
 */
@SuppressWarnings("ArrayRecordComponent")
record Prepared(
        String kind,
        String name,
        String mediaType,
        byte[] whole,
        byte @Nullable [] preview,
        @Nullable Integer width,
        @Nullable Integer height) {

    private static final int WHOLE = 2048;
    private static final int PREVIEW = 720;
    private static final int LONGEST_NAME = 200;

    /** The attachment, or an {@link Invalid} that says what is wrong with it. */
    static Prepared of(String name, byte[] sent) {
        String called = nameOf(name);
        if (!Picture.is(sent)) {
            String type = MediaTypeFactory.getMediaType(called)
                    .orElse(MediaType.APPLICATION_OCTET_STREAM)
                    .toString();
            return new Prepared("file", called, type, sent, null, null, null);
        }
        Picture whole = Picture.whole(sent, "file", WHOLE).within(WHOLE);
        return new Prepared(
                "picture",
                called,
                whole.mediaType(),
                whole.encoded(),
                whole.within(PREVIEW).encoded(),
                whole.width(),
                whole.height());
    }

    /** Only its last part, without what no file system takes or what turns text around. */
    private static String nameOf(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}<>:\"|?*]", "")
                .strip();
        if (last.isEmpty() || last.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw Invalid.field("name", "malformed", "A file name of 1 to 200 bytes.");
        }
        return last;
    }
}
