package org.outloud.community.inventory;

import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.security.Caller;

/**
 * Who may do what with the inventory. Who may know of an entry is decided in SQL, by {@code visible_entry}: that of a
 * secret community was not found before any of these rules is asked.
 */
public final class InventoryPolicy {

    private static final String LEARNING = "learning";
    private static final String ADMIN = "admin";

    private InventoryPolicy() {}

    /** Learning and development keeps the register, takes files in and gives them out. */
    public static void mayEnter(Caller caller) {
        caller.require(LEARNING, ADMIN);
    }

    /** So does, for a single entry, whoever answers for it. */
    static void mayReview(Caller caller, boolean steward) {
        if (!steward && !caller.is(LEARNING) && !caller.is(ADMIN)) {
            throw new Forbidden("forbidden");
        }
    }
}
