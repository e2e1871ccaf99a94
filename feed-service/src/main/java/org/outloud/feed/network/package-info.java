/** This service's copy of who follows whom. */
@NullMarked
package org.outloud.feed.network;

import org.jspecify.annotations.NullMarked;
