/** Where the gateway is and what it stands in front of. */
@NullMarked
package org.outloud.gateway.settings;

import org.jspecify.annotations.NullMarked;
