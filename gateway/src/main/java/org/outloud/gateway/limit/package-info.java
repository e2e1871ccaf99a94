/** How often and how much one may ask. */
@NullMarked
package org.outloud.gateway.limit;

import org.jspecify.annotations.NullMarked;
