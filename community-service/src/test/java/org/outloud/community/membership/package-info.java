@NullMarked
package org.outloud.community.membership;

import org.jspecify.annotations.NullMarked;
