@NullMarked
package org.outloud.community.community;

import org.jspecify.annotations.NullMarked;
