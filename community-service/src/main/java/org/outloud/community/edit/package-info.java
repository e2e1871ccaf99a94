/** Editing over HTTP: only what is sent changes, and only if nobody else was faster. */
@NullMarked
package org.outloud.community.edit;

import org.jspecify.annotations.NullMarked;
