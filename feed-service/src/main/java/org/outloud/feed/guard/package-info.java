/** The confidentiality guard: what the organisation does not want to be published by mistake. */
@NullMarked
package org.outloud.feed.guard;

import org.jspecify.annotations.NullMarked;
