/** What somebody writes and has not posted, kept while they write. */
@NullMarked
package org.outloud.feed.draft;

import org.jspecify.annotations.NullMarked;
