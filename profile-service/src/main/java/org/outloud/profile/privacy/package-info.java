/** Personal data: being forgotten, and the receipt for it. */
@NullMarked
package org.outloud.profile.privacy;

import org.jspecify.annotations.NullMarked;
