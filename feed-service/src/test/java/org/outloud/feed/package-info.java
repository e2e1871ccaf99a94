@NullMarked
package org.outloud.feed;

import org.jspecify.annotations.NullMarked;
