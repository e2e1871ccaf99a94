/** No ask stays unanswered: what waits too long is given on to people who could help. */
@NullMarked
package org.outloud.feed.ask;

import org.jspecify.annotations.NullMarked;
