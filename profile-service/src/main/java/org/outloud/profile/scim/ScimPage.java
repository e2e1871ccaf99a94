package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page by index (RFC 7644, 3.4.2.4): what is out of range is taken for the nearest value, as the standard asks.
 *
 * @param startIndex counted from 1
 */
record ScimPage(int startIndex, int count) {

    static final int MOST = 100;

    private static final int DEFAULT = 20;

    static ScimPage of(@Nullable String startIndex, @Nullable String count) throws BadRequestException {
        return new ScimPage(
                Math.max(1, number("startIndex", startIndex, 1)),
                Math.min(MOST, Math.max(0, number("count", count, DEFAULT))));
    }

    private static int number(String name, @Nullable String asked, int otherwise) throws BadRequestException {
        try {
            return asked == null ? otherwise : Integer.parseInt(asked);
        } catch (NumberFormatException e) {
            throw BadRequestException.invalidValue(name + " is a whole number.");
        }
    }

    long offset() {
        return startIndex - 1L;
    }

    ObjectNode listing(long total, List<ObjectNode> found) {
        ObjectNode list = JsonUtils.getJsonNodeFactory().objectNode();
        list.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
        list.put("totalResults", total).put("startIndex", startIndex).put("itemsPerPage", found.size());
        list.putArray("Resources").addAll(found);
        return list;
    }
}
