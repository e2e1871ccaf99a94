package org.outloud.profile.scim.query;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.outloud.profile.scim.schema.Scim;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The place of a resource in an order (RFC 9865). Cursors never expire: they tell where a page ended, and nothing is kept
 * for them.
 *
 * @param absent whether the resource has no value for the order
 */
public record ScimCursor(boolean absent, String key, UUID id) {

    private static final int LONGEST = 4_000;

    /** As clients carry it, good for one question alone. */
    String write(String stamp) {
        String text = JsonUtils.getJsonNodeFactory()
                .arrayNode()
                .add(stamp)
                .add(absent)
                .add(key)
                .add(id.toString())
                .toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static ScimCursor read(String text, String stamp) throws BadRequestException {
        if (text.length() > LONGEST) {
            throw invalid();
        }
        try {
            JsonNode read = JsonUtils.getObjectReader()
                    .readTree(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            String key = read.path(2).asString("");
            if (!read.isArray() || !stamp.equals(read.path(0).asString("")) || !Scim.isText(key)) {
                throw invalid();
            }
            return new ScimCursor(
                    read.path(1).asBoolean(false),
                    key,
                    UUID.fromString(read.path(3).asString("")));
        } catch (JacksonException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static BadRequestException invalid() {
        return BadRequestException.invalidCursor("This cursor was not handed out for this question.");
    }
}
