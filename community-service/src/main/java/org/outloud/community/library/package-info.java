/** What a community keeps: pages, links, and posts that are worth keeping. */
@NullMarked
package org.outloud.community.library;

import org.jspecify.annotations.NullMarked;
