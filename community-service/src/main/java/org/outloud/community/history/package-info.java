/** Bringing communities and their memberships in from elsewhere. */
@NullMarked
package org.outloud.community.history;

import org.jspecify.annotations.NullMarked;
