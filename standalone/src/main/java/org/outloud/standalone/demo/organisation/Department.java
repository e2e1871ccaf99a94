package org.outloud.standalone.demo.organisation;

import java.util.List;
import org.outloud.standalone.demo.source.Resources;

/**
 * A department of the data set with the name that the demo gives it.
 *
 * @param titles of those who work there, its head's first
 * @param place where everyone works; empty when they work anywhere
 */
record Department(int number, String name, List<String> titles, String place) {

    static List<Department> read() {
        return Resources.rows("departments.txt").stream()
                .map(row -> new Department(
                        Integer.parseInt(row.get(0)),
                        row.get(1),
                        Resources.list(row.get(2), ";"),
                        row.size() > 3 ? row.get(3) : ""))
                .toList();
    }
}
