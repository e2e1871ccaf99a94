/** Forgetting people. */
@NullMarked
package org.outloud.community.privacy;

import org.jspecify.annotations.NullMarked;
