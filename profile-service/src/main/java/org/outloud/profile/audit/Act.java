package org.outloud.profile.audit;

/** What is kept of who did what. */
public enum Act {
    PERSON_CREATED("person-created"),
    PERSON_CHANGED("person-changed"),
    ERASURE_REQUESTED("erasure-requested"),
    ERASURE_READ("erasure-read"),
    EXPORT_REQUESTED("export-requested"),
    AUDIT_READ("audit-read");

    private final String word;

    Act(String word) {
        this.word = word;
    }

    /** The word that clients and the database use. */
    String word() {
        return word;
    }
}
