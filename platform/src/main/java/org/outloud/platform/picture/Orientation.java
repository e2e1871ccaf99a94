package org.outloud.platform.picture;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the camera was held, as a JPEG file's Exif says: 1 is upright, 2 to 8 are the turned and mirrored ones.
 *
 * @see <a href="https://www.cipa.jp/std/documents/download_e.html?CIPA_DC-008-2024-E">Exif, tag 0x0112</a>
 */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private Orientation() {}

    /** What the file says; upright when it says nothing that can be read. */
    static int of(byte[] jpeg) {
        try {
            ByteBuffer file = ByteBuffer.wrap(jpeg);
            file.position(2);
            while (file.remaining() >= 4 && (file.get() & 0xFF) == 0xFF) {
                int marker = file.get() & 0xFF;
                if (marker == START_OF_SCAN) {
                    return UPRIGHT;
                }
                int length = file.getShort() & 0xFFFF;
                if (length < 2 || length - 2 > file.remaining()) {
                    return UPRIGHT;
                }
                if (marker == APP1 && length > 8 && file.getInt(file.position()) == EXIF) {
                    return ofExif(file.slice(file.position() + 6, length - 8));
                }
                file.position(file.position() + length - 2);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static int ofExif(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int at = 0; at < entries; at++) {
            int entry = directory + 2 + at * ENTRY;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether upright it is as wide as it was high. */
    static boolean swapsSides(int orientation) {
        return orientation >= 5;
    }

    /** Moves the pixels of a picture of this size to where they are upright. */
    static AffineTransform upright(int orientation, double width, double height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
