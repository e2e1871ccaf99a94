/** The one door of Outloud: routes to the services, sign-in and sessions of browsers, limits, the pages of the UI. */
@NullMarked
package org.outloud.gateway;

import org.jspecify.annotations.NullMarked;
