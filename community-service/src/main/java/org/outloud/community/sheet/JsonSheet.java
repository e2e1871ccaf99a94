package org.outloud.community.sheet;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads a list of JSON objects, one after the other. */
final class JsonSheet implements Closeable {

    private final JsonParser parser;
    private long row;

    JsonSheet(TextFile file, JsonMapper json) throws IOException {
        this.parser = json.createParser(file.reader());
        if (token() != JsonToken.START_ARRAY) {
            throw TextFile.refused("no-list", "The file is a list of objects, as an export writes it.");
        }
    }

    /** The next row; null after the last. */
    @Nullable
    SheetRow next() {
        if (token() == JsonToken.END_ARRAY) {
            return null;
        }
        row++;
        try {
            return SheetRow.of(row, parser.readValueAsTree().toString());
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    private @Nullable JsonToken token() {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw malformed();
            }
            return token;
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    private RuntimeException malformed() {
        return TextFile.refused("malformed-json", "Behind object " + row + " this is no JSON.");
    }
}
