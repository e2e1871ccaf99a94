package org.outloud.gateway.person;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The subject that a request's token names. It is only read, never verified: the services do that. So it may serve to
 * count and to remember, and nothing may be allowed because of it.
 *
 * @param id the claim {@code sub}
 * @param token the token it stands in
 */
public record Subject(String id, String token) {

    private static final String BEARER = "Bearer ";
    private static final int LONGEST_ID = 128;
    private static final JsonFactory JSON = new JsonFactory();
    private static final String ATTRIBUTE = Subject.class.getName();

    /** The subject of the request, or null when there is no token or none that can be read. */
    public static @Nullable Subject of(ServerWebExchange exchange) {
        Subject known = exchange.getAttribute(ATTRIBUTE);
        if (known == null) {
            known = read(exchange.getRequest().getHeaders());
            if (known != null) {
                exchange.getAttributes().put(ATTRIBUTE, known);
            }
        }
        return known;
    }

    private static @Nullable Subject read(HttpHeaders headers) {
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = authorization.substring(BEARER.length()).trim();
        String id = idIn(token);
        return id == null || id.isEmpty() || id.length() > LONGEST_ID ? null : new Subject(id, token);
    }

    static @Nullable String idIn(String token) {
        int start = token.indexOf('.') + 1;
        int end = token.indexOf('.', start);
        if (start == 0 || end < 0) {
            return null;
        }
        try {
            byte[] payload =
                    Base64.getUrlDecoder().decode(token.substring(start, end).getBytes(StandardCharsets.US_ASCII));
            return subIn(payload);
        } catch (IllegalArgumentException | JacksonException garbage) {
            return null;
        }
    }

    private static @Nullable String subIn(byte[] payload) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), payload)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean sub = "sub".equals(json.currentName());
                JsonToken value = json.nextToken();
                if (sub) {
                    return value == JsonToken.VALUE_STRING ? json.getString() : null;
                }
                json.skipChildren();
            }
            return null;
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
