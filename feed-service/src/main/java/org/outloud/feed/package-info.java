/** Work told out loud: posts, conversations, recognition, timelines, and all of it live. */
@NullMarked
package org.outloud.feed;

import org.jspecify.annotations.NullMarked;
