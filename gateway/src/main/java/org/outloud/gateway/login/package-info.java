/** Browsers sign in at Keycloak; their tokens stay on this side and travel on to the services. */
@NullMarked
package org.outloud.gateway.login;

import org.jspecify.annotations.NullMarked;
