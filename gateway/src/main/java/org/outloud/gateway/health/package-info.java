/** Whether the gateway and what stands behind it can serve. */
@NullMarked
package org.outloud.gateway.health;

import org.jspecify.annotations.NullMarked;
