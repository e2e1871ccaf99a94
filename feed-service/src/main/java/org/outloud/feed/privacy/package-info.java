/** Forgetting people: what they wrote stays, under a pseudonym. */
@NullMarked
package org.outloud.feed.privacy;

import org.jspecify.annotations.NullMarked;
