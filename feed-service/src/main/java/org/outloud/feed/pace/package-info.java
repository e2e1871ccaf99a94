/** Posting limits: how much one voice says, and how often it says the same. */
@NullMarked
package org.outloud.feed.pace;

import org.jspecify.annotations.NullMarked;
