package org.outloud.profile.scim.query;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of many values as SQL sees it.
 *
 * @param from where the values are: {@code <table> where <condition>}
 * @param parts the values' own attributes by name in lower case; {@code value} is the one meant when none is named
 * @param lookup a condition that finds the owner of a value by an index, with {@code %s} for the folded value
 */
public record ScimList(
        String from,
        Map<String, ScimAttribute> parts,
        @Nullable String lookup) {}
