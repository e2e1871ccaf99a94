/** Stand-ins for everything around the gateway. */
@NullMarked
package org.outloud.gateway.testing;

import org.jspecify.annotations.NullMarked;
