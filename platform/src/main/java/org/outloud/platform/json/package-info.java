/** JSON as every service reads and writes it. */
@NullMarked
package org.outloud.platform.json;

import org.jspecify.annotations.NullMarked;
