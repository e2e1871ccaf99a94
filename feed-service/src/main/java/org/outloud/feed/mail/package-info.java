/** What people are told by mail: a digest of what concerns them, when and as far as they want it. */
@NullMarked
package org.outloud.feed.mail;

import org.jspecify.annotations.NullMarked;
