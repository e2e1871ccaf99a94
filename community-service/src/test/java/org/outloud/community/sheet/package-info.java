@NullMarked
package org.outloud.community.sheet;

import org.jspecify.annotations.NullMarked;
