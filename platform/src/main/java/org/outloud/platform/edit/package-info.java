/** Edits that know which version they were made from. */
@NullMarked
package org.outloud.platform.edit;

import org.jspecify.annotations.NullMarked;
