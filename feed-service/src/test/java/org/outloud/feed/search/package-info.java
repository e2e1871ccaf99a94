/** What is looked for, and why it was found. */
@NullMarked
package org.outloud.feed.search;

import org.jspecify.annotations.NullMarked;
