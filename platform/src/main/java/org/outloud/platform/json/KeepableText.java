package org.outloud.platform.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Refuses the one character that PostgreSQL's {@code text} cannot hold, while its field can still be named. */
final class KeepableText extends StringDeserializer {

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && text.indexOf('\0') >= 0) {
            return context.reportInputMismatch(this, "NUL characters cannot be kept");
        }
        return text;
    }
}
