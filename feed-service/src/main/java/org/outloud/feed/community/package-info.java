/** This service's copy of communities and who belongs to them. */
@NullMarked
package org.outloud.feed.community;

import org.jspecify.annotations.NullMarked;
