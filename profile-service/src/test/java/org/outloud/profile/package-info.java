@NullMarked
package org.outloud.profile;

import org.jspecify.annotations.NullMarked;
