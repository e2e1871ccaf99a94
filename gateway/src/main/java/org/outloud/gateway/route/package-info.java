/** What routes tell the services about a request. */
@NullMarked
package org.outloud.gateway.route;

import org.jspecify.annotations.NullMarked;
