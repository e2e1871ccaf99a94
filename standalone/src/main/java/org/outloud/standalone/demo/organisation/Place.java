package org.outloud.standalone.demo.organisation;

import java.time.ZoneId;
import java.util.List;
import org.outloud.standalone.demo.source.Resources;

/**
 * A site of the organisation.
 *
 * @param share how many of a hundred people work there
 * @param languages what is spoken there, the first at home
 * @param nameLists the lists that people's names come from
 */
public record Place(String name, ZoneId zone, int share, List<String> languages, List<String> nameLists) {

    static List<Place> read() {
        return Resources.rows("places.txt").stream()
                .map(row -> new Place(
                        row.get(0),
                        ZoneId.of(row.get(1)),
                        Integer.parseInt(row.get(2)),
                        Resources.list(row.get(3), ","),
                        Resources.list(row.get(4), ",")))
                .toList();
    }

    boolean isGerman() {
        return languages.contains("de");
    }

    /** How dates and numbers are written there. */
    public String locale() {
        return isGerman() ? "de-DE" : "en-GB";
    }
}
