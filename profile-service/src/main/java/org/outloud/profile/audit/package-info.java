/** Who did what to whom, kept for good. */
@NullMarked
package org.outloud.profile.audit;

import org.jspecify.annotations.NullMarked;
