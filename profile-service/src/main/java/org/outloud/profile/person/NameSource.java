package org.outloud.profile.person;

/** Who gave a person the name that is shown: the identity provider fills it only until somebody who knows better did. */
enum NameSource {
    ACCOUNT,
    HR,
    PERSON
}
