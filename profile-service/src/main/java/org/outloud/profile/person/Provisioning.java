package org.outloud.profile.person;

/** Whether HR's system looks after a person. */
public enum Provisioning {
    /** Came by a sign-in or an import; HR may still take them over by creating them. */
    UNCLAIMED,
    /** HR created them or changed them. */
    PROVISIONED,
    /** HR deleted them: gone for SCIM, deactivated here; what they wrote stays. */
    REMOVED
}
