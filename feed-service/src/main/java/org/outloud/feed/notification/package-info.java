/** What concerns somebody, told once and in one place. */
@NullMarked
package org.outloud.feed.notification;

import org.jspecify.annotations.NullMarked;
