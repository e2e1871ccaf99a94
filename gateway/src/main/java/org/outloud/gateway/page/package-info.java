/** The web UI as files. */
@NullMarked
package org.outloud.gateway.page;

import org.jspecify.annotations.NullMarked;
