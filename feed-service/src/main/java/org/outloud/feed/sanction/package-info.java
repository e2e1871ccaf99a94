/** Warning people, and suspending them from writing. */
@NullMarked
package org.outloud.feed.sanction;

import org.jspecify.annotations.NullMarked;
