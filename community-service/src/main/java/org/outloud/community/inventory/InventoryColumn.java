package org.outloud.community.inventory;

import java.util.Arrays;
import java.util.List;

/** The columns of an inventory as a table: of communities, then of memberships. The order is that of an export. */
public enum InventoryColumn {
    TYPE("type"),
    EXTERNAL_ID("externalId"),
    NAME("name"),
    SLUG("slug"),
    DOMAIN("domain"),
    PURPOSE("purpose"),
    PRACTICE("practice"),
    RHYTHM("rhythm"),
    NORMS("norms"),
    VISIBILITY("visibility"),
    PARENT("parent"),
    HOST("host"),
    URL("url"),
    STAGE("stage"),
    STEWARDS("stewards"),
    REVIEW_BY("reviewBy"),
    SIZE("size"),
    LAST_ACTIVITY("lastActivity"),
    CREATED_AT("createdAt"),
    ARCHIVED_AT("archivedAt"),
    COMMUNITY("community"),
    PERSON("person"),
    ROLE("role"),
    SINCE("since");

    private final String title;

    InventoryColumn(String title) {
        this.title = title;
    }

    /** What the column is called in a file. */
    public String title() {
        return title;
    }

    /** All names. */
    public static List<String> titles() {
        return Arrays.stream(values()).map(InventoryColumn::title).toList();
    }

    /** The columns that say anything of a community. */
    static List<InventoryColumn> ofCommunities() {
        return Arrays.stream(values())
                .filter(column -> column.compareTo(COMMUNITY) < 0)
                .toList();
    }
}
