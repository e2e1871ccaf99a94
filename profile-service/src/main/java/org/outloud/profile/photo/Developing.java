package org.outloud.profile.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.outloud.platform.problem.Invalid;

/**
 * Makes a served picture of what was uploaded. The bytes decide what it is, not what the sender calls it. Only the square in
 * the middle is decoded, and only as many of its pixels as the result needs, so that a small file that unfolds to a huge
 * picture costs little; writing the pixels anew leaves places, cameras and thumbnails behind.
 */
final class Developing {

    static final int LARGE = 256;
    static final int SMALL = 64;

    private static final long MOST_PIXELS = 25_000_000;
    private static final int FEWEST = 16;
    private static final float QUALITY = 0.88f;

    private Developing() {}

    /** The picture, or an {@link Invalid} that says what is wrong with it. */
    static Photo develop(byte[] uploaded) {
        String format = format(uploaded);
        BufferedImage square = upright(decode(uploaded, format), format.equals("jpeg") ? Orientation.of(uploaded) : 1);
        boolean seeThrough = square.getColorModel().hasAlpha();
        return new Photo(
                seeThrough ? "image/png" : "image/jpeg",
                encode(scaled(square, LARGE), seeThrough),
                encode(scaled(square, SMALL), seeThrough));
    }

    private static String format(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xD8, 0xFF)) {
            return "jpeg";
        }
        if (startsWith(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return "png";
        }
        throw Invalid.field("photo", "unknown-value", "A JPEG or PNG picture.");
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int at = 0; at < magic.length; at++) {
            if (bytes[at] != (byte) magic[at]) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage decode(byte[] bytes, String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            check(width, height);
            int side = Math.min(width, height);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
            int every = Math.max(1, side / (2 * LARGE));
            param.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, param);
        } catch (Invalid e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Invalid.field("photo", "malformed", "This picture cannot be read.");
        } finally {
            reader.dispose();
        }
    }

    private static void check(int width, int height) {
        if (width < FEWEST || height < FEWEST) {
            throw Invalid.field("photo", "too-small", "At least 16 pixels each way.");
        }
        if ((long) width * height > MOST_PIXELS) {
            throw Invalid.field("photo", "too-large", "At most 25 million pixels.");
        }
    }

    /** Turned and mirrored as the camera was held. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        double side = image.getWidth();
        AffineTransform turn = Orientation.upright(orientation, side);
        BufferedImage upright = blank(image.getWidth(), image.getColorModel().hasAlpha());
        Graphics2D drawing = upright.createGraphics();
        drawing.drawImage(image, turn, null);
        drawing.dispose();
        return upright;
    }

    private static BufferedImage scaled(BufferedImage image, int side) {
        BufferedImage from = image;
        // Halving first keeps what one step of interpolation would skip
        while (from.getWidth() >= 2 * side) {
            from = drawn(from, Math.max(side, from.getWidth() / 2));
        }
        return from.getWidth() == side && from != image ? from : drawn(from, side);
    }

    private static BufferedImage drawn(BufferedImage image, int side) {
        boolean seeThrough = image.getColorModel().hasAlpha();
        BufferedImage drawn = blank(side, seeThrough);
        Graphics2D drawing = drawn.createGraphics();
        if (!seeThrough) {
            drawing.setColor(Color.WHITE);
            drawing.fillRect(0, 0, side, side);
        }
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.drawImage(image, 0, 0, side, side, null);
        drawing.dispose();
        return drawn;
    }

    private static BufferedImage blank(int side, boolean seeThrough) {
        return new BufferedImage(side, side, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static byte[] encode(BufferedImage image, boolean seeThrough) {
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(seeThrough ? "png" : "jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (!seeThrough) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
