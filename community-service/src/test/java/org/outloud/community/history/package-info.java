@NullMarked
package org.outloud.community.history;

import org.jspecify.annotations.NullMarked;
