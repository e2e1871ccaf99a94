/** Who follows whom. */
@NullMarked
package org.outloud.profile.network;

import org.jspecify.annotations.NullMarked;
