@NullMarked
package org.outloud.community;

import org.jspecify.annotations.NullMarked;
