/** Whom one might follow, and why. */
@NullMarked
package org.outloud.profile.suggestion;

import org.jspecify.annotations.NullMarked;
