@NullMarked
package org.outloud.feed.link;

import org.jspecify.annotations.NullMarked;
