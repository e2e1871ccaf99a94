/** Editing over HTTP: only what is sent changes. */
@NullMarked
package org.outloud.community.edit;

import org.jspecify.annotations.NullMarked;
