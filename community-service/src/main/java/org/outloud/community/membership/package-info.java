/** Who takes part in a community and in which role: joining, asking, admitting, leaving. */
@NullMarked
package org.outloud.community.membership;

import org.jspecify.annotations.NullMarked;
