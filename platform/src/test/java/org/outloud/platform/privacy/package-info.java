@NullMarked
package org.outloud.platform.privacy;

import org.jspecify.annotations.NullMarked;
