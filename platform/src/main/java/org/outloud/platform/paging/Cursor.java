package org.outloud.platform.paging;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Invalid;

/**
 * Where a page ended: the sort key and identifier of its last item. Opaque to clients; stable, because what is inserted
 * later sorts before it or behind it but never moves it.
 */
public sealed interface Cursor permits Cursor.At, Cursor.Named {

    /** A place in a list ordered by time. Microseconds, as the database keeps them; years 1 to 9999. */
    record At(Instant time, UUID id) implements Cursor {

        private static final long YEAR_1 = -62_135_596_800L * 1_000_000L;
        private static final long YEAR_10000 = 253_402_300_800L * 1_000_000L;

        @Override
        public String encode() {
            long micros = Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
            ByteBuffer bytes = ByteBuffer.allocate(25);
            bytes.put((byte) 1)
                    .putLong(micros)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits());
            return text(bytes.array());
        }
    }

    /** A place in a list ordered by a text. */
    record Named(String key, UUID id) implements Cursor {

        @Override
        public String encode() {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            ByteBuffer bytes = ByteBuffer.allocate(17 + text.length);
            bytes.put((byte) 2)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .put(text);
            return text(bytes.array());
        }
    }

    /** The cursor as clients carry it. */
    String encode();

    /** Reads a time cursor; null for the first page, {@link Invalid} for anything that we did not write. */
    static @Nullable At at(@Nullable String cursor) {
        return cursor == null ? null : decode(cursor, At.class);
    }

    /** Reads a text cursor; null for the first page, {@link Invalid} for anything that we did not write. */
    static @Nullable Named named(@Nullable String cursor) {
        return cursor == null ? null : decode(cursor, Named.class);
    }

    private static <T extends Cursor> T decode(String cursor, Class<T> type) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            Cursor read = bytes.get() == 1 ? readAt(bytes) : readNamed(bytes);
            if (type.isInstance(read) && read.encode().equals(cursor)) {
                return type.cast(read);
            }
        } catch (IllegalArgumentException | BufferUnderflowException | ArithmeticException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static At readAt(ByteBuffer bytes) {
        long micros = bytes.getLong();
        if (micros < At.YEAR_1 || micros >= At.YEAR_10000) {
            throw invalid();
        }
        Instant time =
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
        return new At(time, new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static Named readNamed(ByteBuffer bytes) {
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        byte[] text = new byte[bytes.remaining()];
        bytes.get(text);
        String key = new String(text, StandardCharsets.UTF_8);
        if (key.indexOf('\0') >= 0) {
            throw invalid();
        }
        return new Named(key, id);
    }

    private static Invalid invalid() {
        return Invalid.field("cursor", "bad-cursor", "This cursor was not handed out here; start from the first page.");
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
