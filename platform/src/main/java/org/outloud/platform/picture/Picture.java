package org.outloud.platform.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.UnaryOperator;
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
 * The pixels of what somebody sent, upright. The bytes decide what it is, not what the sender calls it. Only as many pixels are
 * decoded as the result needs, so that a small file that unfolds to a huge picture costs little; writing them anew leaves places,
 * cameras and thumbnails behind.
 */
public final class Picture {

    private static final long MOST_PIXELS = 25_000_000;
    private static final int FEWEST = 16;
    private static final float QUALITY = 0.88f;

    private final BufferedImage pixels;

    private Picture(BufferedImage pixels) {
        this.pixels = pixels;
    }

    /** Whether the bytes begin as a picture that can be read: JPEG or PNG. */
    public static boolean is(byte[] bytes) {
        return isJpeg(bytes) || isPng(bytes);
    }

    /**
     * The square in the middle, or an {@link Invalid} that says what is wrong.
     *
     * @param field the input's name in problems
     * @param needed how many pixels each way are asked for afterwards, at most
     */
    public static Picture square(byte[] bytes, String field, int needed) {
        return read(bytes, field, needed, Picture::middle);
    }

    /**
     * All of it, or an {@link Invalid} that says what is wrong.
     *
     * @param field the input's name in problems
     * @param needed how many pixels its longer side is asked for afterwards, at most
     */
    public static Picture whole(byte[] bytes, String field, int needed) {
        return read(bytes, field, needed, UnaryOperator.identity());
    }

    /** {@code image/png} where it is see-through, else {@code image/jpeg}. */
    public String mediaType() {
        return isSeeThrough() ? "image/png" : "image/jpeg";
    }

    /** Pixels from left to right. */
    public int width() {
        return pixels.getWidth();
    }

    /** Pixels from top to bottom. */
    public int height() {
        return pixels.getHeight();
    }

    /** The same with a longer side of this many pixels, whether it is scaled up or down. */
    public Picture scaled(int longest) {
        BufferedImage from = pixels;
        // Halving first keeps what one step of interpolation would skip
        while (longer(from) >= 2 * longest) {
            from = drawn(from, Math.max(longest, longer(from) / 2));
        }
        return new Picture(longer(from) == longest && from != pixels ? from : drawn(from, longest));
    }

    /** The same, smaller if it is larger than that. */
    public Picture within(int longest) {
        return longer(pixels) <= longest ? this : scaled(longest);
    }

    /** As a file of {@link #mediaType()}. */
    public byte[] encoded() {
        boolean seeThrough = isSeeThrough();
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
            writer.write(null, new IIOImage(pixels, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private boolean isSeeThrough() {
        return pixels.getColorModel().hasAlpha();
    }

    private static Picture read(byte[] bytes, String field, int needed, UnaryOperator<Rectangle> part) {
        if (!is(bytes)) {
            throw Invalid.field(field, "unknown-value", "A JPEG or PNG picture.");
        }
        boolean jpeg = isJpeg(bytes);
        BufferedImage decoded = decode(bytes, jpeg ? "jpeg" : "png", field, needed, part);
        return new Picture(upright(drawn(decoded, longer(decoded)), jpeg ? Orientation.of(bytes) : 1));
    }

    private static boolean isJpeg(byte[] bytes) {
        return startsWith(bytes, 0xFF, 0xD8, 0xFF);
    }

    private static boolean isPng(byte[] bytes) {
        return startsWith(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
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

    private static BufferedImage decode(
            byte[] bytes, String format, String field, int needed, UnaryOperator<Rectangle> part) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            Rectangle wanted = part.apply(new Rectangle(reader.getWidth(0), reader.getHeight(0)));
            check(reader.getWidth(0), reader.getHeight(0), field);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(wanted);
            int every = Math.max(1, Math.max(wanted.width, wanted.height) / (2 * needed));
            param.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, param);
        } catch (Invalid e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Invalid.field(field, "malformed", "This picture cannot be read.");
        } finally {
            reader.dispose();
        }
    }

    private static Rectangle middle(Rectangle all) {
        int side = Math.min(all.width, all.height);
        return new Rectangle((all.width - side) / 2, (all.height - side) / 2, side, side);
    }

    private static void check(int width, int height, String field) {
        if (width < FEWEST || height < FEWEST) {
            throw Invalid.field(field, "too-small", "At least 16 pixels each way.");
        }
        if ((long) width * height > MOST_PIXELS) {
            throw Invalid.field(field, "too-large", "At most 25 million pixels.");
        }
    }

    /** Turned and mirrored as the camera was held. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean swaps = Orientation.swapsSides(orientation);
        BufferedImage upright = blank(
                swaps ? height : width,
                swaps ? width : height,
                image.getColorModel().hasAlpha());
        Graphics2D drawing = upright.createGraphics();
        drawing.drawImage(image, Orientation.upright(orientation, width, height), null);
        drawing.dispose();
        return upright;
    }

    private static int longer(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static BufferedImage drawn(BufferedImage image, int longest) {
        double scale = (double) longest / longer(image);
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean seeThrough = image.getColorModel().hasAlpha();
        BufferedImage drawn = blank(width, height, seeThrough);
        Graphics2D drawing = drawn.createGraphics();
        if (!seeThrough) {
            drawing.setColor(Color.WHITE);
            drawing.fillRect(0, 0, width, height);
        }
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.drawImage(image, 0, 0, width, height, null);
        drawing.dispose();
        return drawn;
    }

    private static BufferedImage blank(int width, int height, boolean seeThrough) {
        return new BufferedImage(width, height, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }
}
