/** Feeds: home, by person, by community, by tag. */
@NullMarked
package org.outloud.feed.timeline;

import org.jspecify.annotations.NullMarked;
