/** Bringing an organisation's people and follows in. */
@NullMarked
package org.outloud.profile.history;

import org.jspecify.annotations.NullMarked;
