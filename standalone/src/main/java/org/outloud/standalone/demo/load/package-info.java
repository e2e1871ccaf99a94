/** Bringing the organisation in: Keycloak's accounts, SCIM, imports, and how far they are. */
@NullMarked
package org.outloud.standalone.demo.load;

import org.jspecify.annotations.NullMarked;
