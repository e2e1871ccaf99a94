/** Facts about mail. */
@NullMarked
package org.outloud.feed.mail;

import org.jspecify.annotations.NullMarked;
