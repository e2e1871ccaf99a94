package org.outloud.profile.scim.query;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.filters.Filter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.profile.scim.schema.Scim;
import tools.jackson.databind.node.ValueNode;

/** What a filter compares an attribute with, read as the attribute's kind wants it. */
final class ComparedValue {

    private ComparedValue() {}

    static String text(Filter filter) throws BadRequestException {
        ValueNode compared = of(filter);
        if (!compared.isString() || !Scim.isText(compared.stringValue())) {
            throw BadRequestException.invalidFilter("This attribute is compared with a text.");
        }
        return compared.stringValue();
    }

    static boolean flag(Filter filter) throws BadRequestException {
        String word = of(filter).asString();
        if (!word.equalsIgnoreCase("true") && !word.equalsIgnoreCase("false")) {
            throw BadRequestException.invalidFilter("This attribute is compared with true or false.");
        }
        return Boolean.parseBoolean(word);
    }

    /** To the millisecond, as most clients keep times. */
    static Instant time(Filter filter) throws BadRequestException {
        String text = text(filter);
        try {
            boolean zoned = text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)");
            Instant time = zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : text.contains("T")
                            ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                            : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
                throw BadRequestException.invalidFilter("A time between 1970 and 9999.");
            }
            return time.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw BadRequestException.invalidFilter("A time such as 2026-05-13T04:42:34Z.");
        }
    }

    /** Null when it cannot be anybody's. */
    static @Nullable UUID id(Filter filter) throws BadRequestException {
        String text = text(filter);
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static ValueNode of(Filter filter) throws BadRequestException {
        ValueNode compared = filter.getComparisonValue();
        if (compared == null) {
            throw BadRequestException.invalidFilter("A comparison needs a value.");
        }
        return compared;
    }
}
