/** What happened while somebody was away, thread by thread. */
@NullMarked
package org.outloud.feed.catchup;

import org.jspecify.annotations.NullMarked;
