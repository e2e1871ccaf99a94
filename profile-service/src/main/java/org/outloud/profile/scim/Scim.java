package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Names and forms that the standard gives. */
final class Scim {

    static final String MEDIA_TYPE = "application/scim+json";
    static final MediaType JSON = MediaType.valueOf(MEDIA_TYPE);
    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private Scim() {}

    static URI locationOf(PersonId id) {
        return URI.create("/scim/v2/Users/" + id);
    }

    /** Versions are weak tags: the same person may be written in more than one way. */
    static String tag(long version) {
        return "W/\"" + version + "\"";
    }

    /** Reads a body; attribute names match without case from here on. */
    static ObjectNode readObject(String body) throws ScimException {
        return read(body, ObjectNode.class);
    }

    static <T> T read(String body, Class<T> type) throws ScimException {
        try {
            T read = JsonUtils.getObjectReader().forType(type).readValue(body);
            if (read == null) {
                throw BadRequestException.invalidSyntax("The body is empty.");
            }
            return read;
        } catch (JacksonException | ClassCastException e) {
            ScimException told = causeOf(e);
            throw told == null ? BadRequestException.invalidSyntax("The body is not what this path takes.") : told;
        }
    }

    private static @Nullable ScimException causeOf(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof ScimException told) {
                return told;
            }
        }
        return null;
    }
}
