/** The community service; a package for each of its capabilities. */
@NullMarked
package org.outloud.community;

import org.jspecify.annotations.NullMarked;
