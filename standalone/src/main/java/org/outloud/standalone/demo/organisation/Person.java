package org.outloud.standalone.demo.organisation;

import org.jspecify.annotations.Nullable;

/**
 * Somebody of the organisation.
 *
 * @param manager user name; null for the one at the top and the demo accounts
 * @param newcomer here for less than three months
 * @param activity how much they write, compared with the others; 0 for those who only read
 */
public record Person(
        String externalId,
        String userName,
        String givenName,
        String familyName,
        String department,
        String title,
        String employeeNumber,
        Place place,
        @Nullable String manager,
        boolean newcomer,
        double activity) {

    public String displayName() {
        return givenName + " " + familyName;
    }

    public String email() {
        return userName + "@outloud.example";
    }

    Person under(String superior) {
        return new Person(
                externalId,
                userName,
                givenName,
                familyName,
                department,
                title,
                employeeNumber,
                place,
                superior,
                newcomer,
                activity);
    }

    boolean speaksGerman() {
        return place.isGerman();
    }
}
