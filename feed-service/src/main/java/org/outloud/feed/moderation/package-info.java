/** What people report, what moderators decide about it, and what its authors say to that. */
@NullMarked
package org.outloud.feed.moderation;

import org.jspecify.annotations.NullMarked;
