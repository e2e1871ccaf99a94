/** Feeds in the formats of feed readers, and the secret addresses under which a reader without sign-in fetches them. */
@NullMarked
package org.outloud.feed.syndication;

import org.jspecify.annotations.NullMarked;
